using Mono.Cecil;

namespace QualityGovernance.Architecture.Tests;

/// <summary>The entities of an assembly: what implements the platform's entity contract.</summary>
public static class Entities
{
    private const string Contract = "QualityGovernance.Platform.Data.IEntity";

    public static IReadOnlySet<string> Of(string assemblyPath)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assemblyPath));
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath, new ReaderParameters { AssemblyResolver = resolver });
        return assembly.MainModule.GetTypes().Where(IsEntity).Select(type => type.FullName).ToHashSet();
    }

    private static bool IsEntity(TypeDefinition? type)
    {
        for (; type is not null; type = Base(type))
            if (type.Interfaces.Any(implemented => implemented.InterfaceType.FullName == Contract)) return true;
        return false;
    }

    private static TypeDefinition? Base(TypeDefinition type) =>
        type.BaseType is { FullName: var name } && name.StartsWith("QualityGovernance.", StringComparison.Ordinal) ? type.BaseType.Resolve() : null;
}
