namespace QualityGovernance.Platform.Tests.Support;

/// <summary>Settings to begin with; each test changes what it is about.</summary>
internal static class Environments
{
    /// <summary>Accepted as it stands, so that one change is the one thing that is wrong.</summary>
    public static Dictionary<string, string> Production() => new(StringComparer.Ordinal)
    {
        ["APP_ENV"] = "production",
        ["DATABASE_URL"] = "postgresql://qgp:a-database-password@db.example.com:5432/qgp?sslmode=require",
        ["SECRET_KEY"] = "hJ8s0Vw2mQx5Rt7Zb1Nc4Lk6Pd9Gf3Ya",
        ["JWT_SECRET_KEY"] = "Tq6Wn1Xe8Cu3Ro5Mz7Kv2Bj9Hs4Fd0Lg",
    };

    public static Dictionary<string, string> With(this Dictionary<string, string> environment, string name, string value)
    {
        environment[name] = value;
        return environment;
    }

    public static Dictionary<string, string> Without(this Dictionary<string, string> environment, string name)
    {
        environment.Remove(name);
        return environment;
    }
}
