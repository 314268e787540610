using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

/// <summary>A machine made of what a test says about it. By default a bare Debian 12, as root.</summary>
internal sealed class FakeMachine : IMachine
{
    public const string Debian = "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n";

    public bool IsLinux { get; set; } = true;

    public bool IsRoot { get; set; } = true;

    public Dictionary<string, List<string>> Programs { get; } = [];

    public Dictionary<string, string> Texts { get; } = new() { ["/etc/os-release"] = Debian };

    public HashSet<string> Listening { get; } = [];

    public List<string> Deleted { get; } = [];

    public Dictionary<string, string> Variables { get; } = [];

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public FakeMachine Has(params string[] programs)
    {
        foreach (var path in programs)
        {
            var name = Path.GetFileName(path);
            if (!Programs.TryGetValue(name, out var paths))
                Programs[name] = paths = [];
            paths.Add(path.Contains('/', StringComparison.Ordinal) ? path : $"/usr/bin/{path}");
        }

        return this;
    }

    public IReadOnlyList<string> FindAll(string program) => Programs.GetValueOrDefault(program, []);

    public string? ReadText(string path) => Texts.GetValueOrDefault(path);

    public bool Exists(string path) => Texts.ContainsKey(path);

    public IReadOnlyList<string> Files(string directory, string pattern) =>
        [.. Texts.Keys.Where(path => path.StartsWith(directory + "/", StringComparison.Ordinal) && path.EndsWith(pattern.TrimStart('*'), StringComparison.Ordinal))];

    public void Delete(string path)
    {
        Texts.Remove(path);
        Deleted.Add(path);
    }

    public bool SocketAnswers(string path) => Listening.Contains(path);
}
