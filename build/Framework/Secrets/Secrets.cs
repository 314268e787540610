namespace Nuke.Common.Execution;

/// <summary>The one way a secret becomes known: masked here from then on, and the host is told.</summary>
internal static class Secrets
{
    public static void Add(string value)
    {
        foreach (var added in SecretMask.Register(value))
            NukeBuild.Host.ReportSecret(added);
    }
}
