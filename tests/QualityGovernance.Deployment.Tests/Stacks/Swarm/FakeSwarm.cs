using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Tests.Rehearsal;

namespace QualityGovernance.Deployment.Tests.Stacks.Swarm;

/// <summary>A Swarm that keeps services and secrets as a real one does, and gives a job's end as a test says.</summary>
internal sealed class FakeSwarm
{
    private const string Task = """[{"ID":"t1","NodeID":"n1","DesiredState":"shutdown","Spec":{"ContainerSpec":{}},"Status":{"State":"complete","Timestamp":"2026-01-01T00:00:00Z","ContainerStatus":{"ExitCode":0}}}]""";

    public FakeSwarm() => Runner = new FakeRunner { Answer = Answer };

    public FakeRunner Runner { get; }

    /// <summary>Values by name.</summary>
    public Dictionary<string, string> Secrets { get; } = [];

    /// <summary>What each service names of the secrets, by its name.</summary>
    public Dictionary<string, IReadOnlyList<string>> Services { get; } = [];

    /// <summary>Labels of services and secrets, by their names.</summary>
    public Dictionary<string, IReadOnlyList<string>> Labelled { get; } = [];

    /// <summary>What a job writes.</summary>
    public string Logs { get; set; } = "";

    /// <summary>Goes wrong where it is met; null: nothing does.</summary>
    public Func<string, CommandResult?>? Fault { get; set; }

    private CommandResult? Answer(Command command)
    {
        if (Fault?.Invoke(command.ToString()) is { } failure)
            return failure;
        var words = command.Arguments;
        return words switch
        {
            ["info", ..] => FakeStack.Result("""{"LocalNodeState":"active","ControlAvailable":true,"NodeID":"n1"}"""),
            ["secret", "create", ..] => Create(words, command.StandardInput!),
            ["secret", "ls", ..] => FakeStack.Result(string.Join('\n', Secrets.Keys.Where(name => Carries(name, words)).Select(name => $"{name} {OwnerOf(name)}"))),
            ["secret", "rm", var name] => Remove(name),
            ["service", "create", ..] => Start(words),
            ["service", "ls", ..] => FakeStack.Result(string.Join('\n', Services.Keys)),
            ["service", "inspect", var name, ..] => !Services.ContainsKey(name) ? Absent(name) : FakeStack.Result($"{name} {OwnerOf(name)}"),
            ["service", "rm", var name] => Services.Remove(name) ? FakeStack.Result(name) : Absent(name),
            ["service", "logs", ..] => FakeStack.Result(Logs),
            ["service", "ps", ..] => FakeStack.Result("t1"),
            ["inspect", "--type", "task", ..] => FakeStack.Result(Task),
            ["node", "ls", ..] => FakeStack.Result("n1 Ready"),
            _ => null,
        };
    }

    private CommandResult Create(IReadOnlyList<string> words, string value)
    {
        Secrets.Add(words[^2], value);
        Labelled[words[^2]] = Labels(words);
        return FakeStack.Result("");
    }

    private CommandResult Start(IReadOnlyList<string> words)
    {
        var name = words[words.ToList().IndexOf("--name") + 1];
        var named = After("--secret", words).Select(text => text.Split(',')[0]["source=".Length..]).ToList();
        if (named.FirstOrDefault(secret => !Secrets.ContainsKey(secret)) is { } missing)
            return Absent(missing);
        Services.Add(name, named);
        Labelled[name] = Labels(words);
        return FakeStack.Result("");
    }

    private CommandResult Remove(string name)
    {
        if (Services.FirstOrDefault(service => service.Value.Contains(name)).Key is { } user)
            return new(1, "", $"rpc error: code = InvalidArgument desc = secret '{name}' is in use by the following service: {user}", TimeSpan.Zero);
        return Secrets.Remove(name) ? FakeStack.Result(name) : Absent(name);
    }

    private bool Carries(string name, IReadOnlyList<string> words) =>
        After("--filter", words).All(filter => Labelled[name].Contains(filter["label=".Length..]));

    private string OwnerOf(string name) => Labelled[name].FirstOrDefault(label => label.StartsWith("qgp.owner-pid=", StringComparison.Ordinal))?.Split('=', 2)[1] ?? "";

    private static List<string> Labels(IReadOnlyList<string> words) => After("--label", words);

    private static List<string> After(string option, IReadOnlyList<string> words) => [.. words.Zip(words.Skip(1)).Where(pair => pair.First == option).Select(pair => pair.Second)];

    private static CommandResult Absent(string name) => new(1, "", $"Error: No such object: {name}", TimeSpan.Zero);
}
