using System.IO.Compression;

namespace Build.Tests.Bootstrap;

/// <summary>A folder of empty packages.</summary>
internal static class LocalFeed
{
    private const string Nuke = "10.1.0";

    /// <summary>Of the version of NUKE that the build is written against.</summary>
    public static void Write(string directory, params string[] packages) => Write(directory, packages.ToDictionary(package => package, _ => Nuke));

    /// <param name="directory">Made where it is not there.</param>
    /// <param name="packages">Versions by name.</param>
    public static void Write(string directory, IReadOnlyDictionary<string, string> packages)
    {
        Directory.CreateDirectory(directory);
        foreach (var (package, version) in packages)
        {
            using var archive = ZipFile.Open(Path.Combine(directory, $"{package}.{version}.nupkg"), ZipArchiveMode.Create);
            using var nuspec = new StreamWriter(archive.CreateEntry($"{package}.nuspec").Open());
            nuspec.Write($"""
                <package>
                  <metadata>
                    <id>{package}</id>
                    <version>{version}</version>
                    <authors>tests</authors>
                    <description>Stands for {package}.</description>
                  </metadata>
                </package>
                """);
        }
    }
}
