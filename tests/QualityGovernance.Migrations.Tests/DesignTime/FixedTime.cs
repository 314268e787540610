using QualityGovernance.Migrations.DesignTime;

namespace QualityGovernance.Migrations.Tests.DesignTime;

/// <summary>Sets the variable that gives migrations their time; one at a time, for it is the process's.</summary>
internal static class FixedTime
{
    private static readonly Lock One = new();

    public static T Run<T>(string? time, Func<T> work)
    {
        lock (One)
        {
            var before = Environment.GetEnvironmentVariable(SharedIds.Variable);
            Environment.SetEnvironmentVariable(SharedIds.Variable, time);
            try
            {
                return work();
            }
            finally
            {
                Environment.SetEnvironmentVariable(SharedIds.Variable, before);
            }
        }
    }
}
