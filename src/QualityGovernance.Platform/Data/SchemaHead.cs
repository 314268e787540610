using System.Reflection;

namespace QualityGovernance.Platform.Data;

/// <summary>The newest migration a release was built with: the schema that its code expects.</summary>
/// <param name="Revision">A migration id such as 20261123000000_Initial; ids sort by time.</param>
public sealed record SchemaHead(string Revision)
{
    /// <summary>The name under which the build writes the migration ids into the assembly, separated by semicolons.</summary>
    public const string MetadataKey = "SchemaRevisions";

    public static SchemaHead Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var revisions = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(metadata => metadata.Key == MetadataKey)?.Value ?? "";
        return revisions.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).LastOrDefault() is { } head
            ? new(head)
            : throw new InvalidOperationException($"{assembly.GetName().Name} was built without its migrations. Build it from a checkout that has src/QualityGovernance.Migrations.");
    }

    /// <summary>
    /// This release can serve on a schema at the applied revision whose oldest fitting release is the other one. While a migration after the applied revision is half
    /// applied, that oldest release may be newer than the revision itself: then not even its own release can serve.
    /// </summary>
    public bool Supports(string applied, string compatibleFrom) =>
        string.CompareOrdinal(applied, Revision) >= 0 && string.CompareOrdinal(compatibleFrom, Revision) <= 0;
}
