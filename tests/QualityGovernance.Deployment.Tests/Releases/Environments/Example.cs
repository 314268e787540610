using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Releases.Environments;

/// <summary>An environment that is in order, for tests that break one thing of it.</summary>
internal static class Example
{
    public static EnvironmentDescription Description(string name = EnvironmentDescription.Staging, int port = 8091) => new(
        name, $"qgp-{name}", $"{name}.example.org", port, Replicas: 2,
        new Dictionary<string, string> { ["LOG_LEVEL"] = "INFO" },
        EnvironmentDescription.SecretNames.ToDictionary(secret => secret, secret => $"{name.ToUpperInvariant()}_{secret}"),
        Retain: 2, RolloutDeadline: TimeSpan.FromSeconds(30), DrillMaxAge: name == EnvironmentDescription.Production ? TimeSpan.FromDays(30) : null);

    public static Dictionary<string, string> Variables(string name = EnvironmentDescription.Staging)
    {
        var prefix = name.ToUpperInvariant();
        return new()
        {
            [$"{prefix}_DATABASE_URL"] = $"postgresql://qgp:w9-{name}-pass@db.example.org:5432/qgp_{name}",
            [$"{prefix}_SECRET_KEY"] = $"{name}-Zq4mT8vKx2Lw7Rn1Yp5Bc9Hd3Fg6Js0A",
            [$"{prefix}_JWT_SECRET_KEY"] = $"{name}-Uw1eM6kPd8Xc3Vb7Nt2Gy5Qh9Rj4Lz0S",
        };
    }

    public static FakeMachine Machine(Dictionary<string, string> variables)
    {
        var machine = new FakeMachine();
        foreach (var (name, value) in variables)
            machine.Variables[name] = value;
        return machine;
    }

    public static EnvironmentSecrets Secrets(string name = EnvironmentDescription.Staging) =>
        EnvironmentSecrets.Read(Description(name), Machine(Variables(name)), new SecretMask());
}
