namespace QualityGovernance.EndToEnd.Tests;

/// <summary>What the build wants to find in every checkout, and no test compiles.</summary>
internal static class EmptySolution
{
    public static void WriteTo(string root) => File.WriteAllText(Path.Combine(root, "QualityGovernance.sln"), "Microsoft Visual Studio Solution File, Format Version 12.00\n");
}
