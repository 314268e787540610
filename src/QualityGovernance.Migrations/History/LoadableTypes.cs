using System.Reflection;

namespace QualityGovernance.Migrations.History;

internal static class LoadableTypes
{
    /// <summary>The published program comes without the assembly that its design-time types need; no migration is among those.</summary>
    public static IEnumerable<Type> Of(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }
}
