using System.Xml.Linq;

namespace QualityGovernance.Architecture.Tests;

/// <summary>The compiled programs and libraries of the product: every project below src, and the build program. They lie beside the tests.</summary>
public static class Products
{
    /// <summary>The names of assemblies, as the project files give them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(AssemblyOf).Order(StringComparer.Ordinal), "_build"];

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static string AssemblyOf(string project) =>
        XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);
}
