namespace QualityGovernance.Deployment.Tests.Scanning.Secrets;

/// <summary>Made-up secrets, put together here so that this file is none.</summary>
internal static class Sentinels
{
    private const string Random = "q7Zt9Kx2Vb4Lm8Rw1Ns6Yp3Hd5Gf0Jc7Te2Ua9Xo4Bi8Ck1Dl6Em3Fn5Gp0Hq7Ir2Js9Kt4Lu8Mv1Nw6Ox3Py5Qz0Ra7Sb2Tc9";

    public const string Aws = "AKIA" + "Q7ZT9KX2VB4LM8RW";

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["private-key"] = "-----BEGIN RSA PRIVATE " + "KEY-----\n" + Random[..64],
        ["aws-access-key"] = Aws,
        ["github-token"] = "ghp_" + Random[..36],
        ["gitlab-token"] = "glpat-" + Random[..20],
        ["slack-token"] = "xoxb-" + Random[..30],
        ["google-api-key"] = "AIza" + Random[..35],
        ["nuget-api-key"] = "oy2" + Random[..43].ToLowerInvariant(),
        ["npm-token"] = "npm_" + Random[..36],
        ["azure-storage-key"] = "Account" + "Key=" + Random[..86] + "==",
        ["json-web-token"] = "eyJ" + Random[..20] + ".eyJ" + Random[..30] + "." + Random[..43],
        ["address-with-password"] = "postgresql://qgp" + ":" + Random[..24] + "@db:5432/qgp",
        ["assigned-secret"] = "SECRET_KEY" + "=" + Random[..40],
    };
}
