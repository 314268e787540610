using System.Security.Cryptography;
using System.Text;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>
/// The secrets of one stack in the store of the Swarm, which encrypts them and gives them to the containers of the stack as files in memory. They cannot be
/// changed there, so that each value has a name of its own; a value goes there through a pipe.
/// </summary>
/// <param name="engine">A manager of the Swarm.</param>
/// <param name="stack">Whose they are. They go with it when it is removed.</param>
public sealed class SwarmSecrets(ContainerEngine engine, string stack)
{
    /// <summary>Slow on purpose: the name must not tell a short password to whoever tries some.</summary>
    private const int Rounds = 100_000;

    /// <summary>Set by the docker program on everything that it makes of a stack.</summary>
    internal const string Namespace = "com.docker.stack.namespace";

    private readonly Dictionary<string, string> names = [];
    private readonly HashSet<string> made = [];

    /// <summary>Puts each value there that is not there yet.</summary>
    /// <param name="values">By the product's names.</param>
    /// <param name="cancellation">Stops the program.</param>
    /// <returns>The names in the Swarm, by the product's.</returns>
    public async Task<IReadOnlyDictionary<string, string>> EnsureAsync(IReadOnlyDictionary<string, string> values, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var there = await ListAsync(cancellation);
        foreach (var (secret, value) in values)
        {
            var name = NameOf(secret, value);
            if (there.Contains(name))
                continue;
            made.Add(name);
            var labels = Labels.For(Purposes.Environment).Append(new(Namespace, stack)).SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" });
            await engine.Runner.CheckedAsync(new Command(engine.Client, ["secret", "create", .. labels, name, "-"]) { StandardInput = value, Timeout = TimeSpan.FromMinutes(1) }, cancellation: cancellation);
        }

        return values.ToDictionary(secret => secret.Key, secret => NameOf(secret.Key, secret.Value));
    }

    /// <summary>Removes those that no service uses any more.</summary>
    /// <param name="used">Values that are in use, by the product's names.</param>
    /// <param name="cancellation">Stops the program.</param>
    public async Task ForgetOthersAsync(IReadOnlyDictionary<string, string> used, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(used);
        var kept = used.Select(secret => NameOf(secret.Key, secret.Value)).ToHashSet();
        foreach (var name in (await ListAsync(cancellation)).Where(name => !kept.Contains(name)))
            await RemoveUnusedAsync(name, cancellation);
    }

    /// <summary>Removes those that were put there through this object and that no service uses.</summary>
    public async Task ForgetUnusedAsync(CancellationToken cancellation = default)
    {
        foreach (var name in made)
            await RemoveUnusedAsync(name, cancellation);
        made.Clear();
    }

    /// <summary>The engine refuses to remove what a service names.</summary>
    private async Task RemoveUnusedAsync(string name, CancellationToken cancellation)
    {
        var result = await engine.RunAsync(["secret", "rm", name], cancellation: cancellation);
        if (!result.Succeeded && !result.Error.Contains("in use", StringComparison.OrdinalIgnoreCase) && !SwarmAnswers.IsAbsence(result))
            throw new CommandFailedException($"{engine.Client} secret rm {name}", result);
    }

    private async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        var listed = await engine.CheckedAsync(["secret", "ls", "--filter", $"label={Namespace}={stack}", "--format", "{{.Name}}"], cancellation: cancellation);
        return listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private string NameOf(string secret, string value)
    {
        var key = $"{secret}\n{value}";
        if (!names.TryGetValue(key, out var name))
            names[key] = name = $"{stack}_{secret.ToLowerInvariant()}_{Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(value, Encoding.UTF8.GetBytes($"{stack} {secret}"), Rounds, HashAlgorithmName.SHA256, 6))}";
        return name;
    }
}
