using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>A compose file as compose reads it: anchors and merges resolved, variables left as they are.</summary>
internal sealed class ComposeFile
{
    private readonly Dictionary<object, object?> root;

    public ComposeFile(string yaml)
    {
        Yaml = yaml;
        root = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object?>>(new MergingParser(new Parser(new StringReader(yaml))));
    }

    public string Yaml { get; }

    public IEnumerable<string> TopLevel => root.Keys.Select(key => (string)key);

    public IEnumerable<string> Services => Map(root["services"]).Keys;

    public Dictionary<string, object?> Service(string name) => Map(Map(root["services"])[name]);

    public Dictionary<string, object?> Networks => Map(root["networks"]);

    public Dictionary<string, object?> Volumes => Map(root["volumes"]);

    public Dictionary<string, object?> Secrets => Map(root["secrets"]);

    /// <summary>Reads service/a/b; null where there is nothing.</summary>
    public object? At(string service, params string[] path)
    {
        object? node = Service(service);
        foreach (var step in path)
            node = node is Dictionary<object, object?> map ? map.GetValueOrDefault(step) : node is Dictionary<string, object?> named ? named.GetValueOrDefault(step) : null;
        return node;
    }

    public string Text(string service, params string[] path) => At(service, path) as string ?? "";

    public IReadOnlyList<string> List(string service, params string[] path) => At(service, path) is List<object?> list ? [.. list.Select(one => $"{one}")] : [];

    public static Dictionary<string, object?> Map(object? node) => ((Dictionary<object, object?>)node!).ToDictionary(pair => (string)pair.Key, pair => pair.Value);
}
