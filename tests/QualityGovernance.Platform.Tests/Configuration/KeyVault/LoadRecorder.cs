using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace QualityGovernance.Platform.Tests.Configuration.KeyVault;

/// <summary>Loads an assembly a second time, and writes down which others it asks for.</summary>
internal sealed class LoadRecorder : AssemblyLoadContext
{
    public LoadRecorder(string path)
        : base(isCollectible: true) => Root = LoadFromAssemblyPath(path);

    public Assembly Root { get; }

    public ConcurrentQueue<string> Asked { get; } = new();

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        Asked.Enqueue(assemblyName.Name!);
        return null; // as the default context has it
    }
}
