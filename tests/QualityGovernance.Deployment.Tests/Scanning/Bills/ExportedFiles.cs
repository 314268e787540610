using System.Formats.Tar;
using System.Text;

namespace QualityGovernance.Deployment.Tests.Scanning.Bills;

/// <summary>The file system of a container as an engine exports it, with what a test puts there.</summary>
internal sealed class ExportedFiles
{
    public const string Dependencies = """{"libraries":{"QualityGovernance.Web/1.0.0":{"type":"project"},"Npgsql/10.0.3":{"type":"package"},"Serilog/4.3.0":{"type":"package"}}}""";

    public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal)
    {
        ["etc/os-release"] = "ID=debian\nVERSION_ID=\"12\"\n",
        ["var/lib/dpkg/status"] = "",
        ["var/lib/dpkg/status.d/libc6"] = "Package: libc6\nVersion: 2.36-9+deb12u14\nArchitecture: amd64\n",
        ["usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.12/Microsoft.NETCore.App.deps.json"] = """{"libraries":{"Microsoft.NETCore.App.Runtime.linux-x64/10.0.12":{"type":"package"}}}""",
        ["app/QualityGovernance.Web.deps.json"] = Dependencies,
        ["app/QualityGovernance.Web.dll"] = "the service",
    };

    public void Write(string path)
    {
        using var file = File.Create(path);
        using var tar = new TarWriter(file);
        foreach (var (name, content) in Files)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
    }
}
