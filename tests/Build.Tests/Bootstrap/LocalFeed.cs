using System.IO.Compression;

namespace Build.Tests.Bootstrap;

/// <summary>A folder of empty packages, version 10.1.0.</summary>
internal static class LocalFeed
{
    public static void Write(string directory, params string[] packages)
    {
        Directory.CreateDirectory(directory);
        foreach (var package in packages)
        {
            using var archive = ZipFile.Open(Path.Combine(directory, $"{package}.10.1.0.nupkg"), ZipArchiveMode.Create);
            using var nuspec = new StreamWriter(archive.CreateEntry($"{package}.nuspec").Open());
            nuspec.Write($"""
                <package>
                  <metadata>
                    <id>{package}</id>
                    <version>10.1.0</version>
                    <authors>tests</authors>
                    <description>Stands for {package}.</description>
                  </metadata>
                </package>
                """);
        }
    }
}
