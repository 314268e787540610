using Mono.Cecil;

namespace QualityGovernance.Architecture.Tests;

/// <summary>The entities of an assembly: what implements the platform's entity contract, and whatever else is configured to be stored.</summary>
public static class Entities
{
    private const string Contract = "QualityGovernance.Platform.Data.IEntity";

    private const string Configuration = "Microsoft.EntityFrameworkCore.IEntityTypeConfiguration`1";

    public static IReadOnlySet<string> Of(string assemblyPath)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assemblyPath));
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath, new ReaderParameters { AssemblyResolver = resolver });
        var types = assembly.MainModule.GetTypes().ToList();
        return types.Where(IsEntity).Select(type => type.FullName).Concat(types.SelectMany(Configured)).ToHashSet();
    }

    /// <summary>The types that a class tells the model how to store.</summary>
    private static IEnumerable<string> Configured(TypeDefinition type) => type.Interfaces
        .Select(implemented => implemented.InterfaceType).OfType<GenericInstanceType>()
        .Where(implemented => implemented.ElementType.FullName == Configuration)
        .Select(implemented => implemented.GenericArguments[0].FullName);

    private static bool IsEntity(TypeDefinition? type)
    {
        for (; type is not null; type = Base(type))
            if (type.Interfaces.Any(implemented => implemented.InterfaceType.FullName == Contract)) return true;
        return false;
    }

    private static TypeDefinition? Base(TypeDefinition type) =>
        type.BaseType is { FullName: var name } && name.StartsWith("QualityGovernance.", StringComparison.Ordinal) ? type.BaseType.Resolve() : null;
}
