using System.Formats.Tar;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Images;

/// <summary>Plays the image tool and the engine: hands out a few package files, and keeps what is imported.</summary>
internal sealed class ImportedImage
{
    private const string Docker = "/usr/bin/docker";

    /// <summary>What the packages of every image bring here; a directory ends with a slash.</summary>
    private static readonly Dictionary<string, string> Packages = new()
    {
        ["usr/"] = "", ["usr/bin/"] = "", ["bin/"] = "", ["bin/sh"] = "shell", ["usr/bin/openssl"] = "program", ["usr/bin/perl"] = "program", ["sbin/ldconfig"] = "program",
        ["usr/lib/x86_64-linux-gnu/libssl.so.3"] = "library",
        ["usr/share/ca-certificates/mozilla/One.crt"] = "-----DISTRIBUTION ONE-----\n", ["usr/share/ca-certificates/mozilla/Two.crt"] = "-----DISTRIBUTION TWO-----",
        ["usr/share/doc/libssl3/changelog.gz"] = "x", ["usr/share/doc/libssl3/copyright"] = "licence", ["usr/share/man/man1/x.1"] = "x",
        ["usr/lib/postgresql/15/bin/postgres"] = "server", ["usr/lib/x86_64-linux-gnu/libLLVM-14.so.1"] = "compiler", ["usr/lib/postgresql/15/lib/llvmjit.so"] = "compiler",
        ["var/lib/postgresql/"] = "",
    };

    private readonly Dictionary<string, string> labels = [];

    public ImportedImage(ScriptedRunner runner) => runner
        .On("mmdebstrap", BootstrapAsync)
        .On($"{Docker} image inspect", _ => Task.FromResult(Inspect()))
        .On($"{Docker} import", ImportAsync)
        .On($"{Docker} build")
        .On($"{Docker} image rm");

    public Dictionary<string, (string Content, TarEntry Entry)> Files { get; } = [];

    public IReadOnlyDictionary<string, string> Labels => labels;

    public int Imports { get; private set; }

    private static async Task<CommandResult> BootstrapAsync(Command command)
    {
        var target = command.Arguments.Single(argument => argument.EndsWith(".tar", StringComparison.Ordinal));
        await using var tar = new TarWriter(File.Create(target));
        foreach (var (path, content) in Packages)
        {
            var entry = new GnuTarEntry(path.EndsWith('/') ? TarEntryType.Directory : TarEntryType.RegularFile, "./" + path);
            if (content.Length > 0)
                entry.DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
            await tar.WriteEntryAsync(entry);
        }

        // A second name of a file that an image leaves out: the link must go with it.
        await tar.WriteEntryAsync(new GnuTarEntry(TarEntryType.HardLink, "./usr/lib/second-perl") { LinkName = "./usr/bin/perl" });
        return Ended();
    }

    private async Task<CommandResult> ImportAsync(Command command)
    {
        Imports++;
        Files.Clear();
        using var stream = new MemoryStream();
        await command.WriteInput!(stream, CancellationToken.None);
        stream.Position = 0;
        await using var reader = new TarReader(stream);
        while (await reader.GetNextEntryAsync(copyData: true) is { } entry)
        {
            using var text = new StreamReader(entry.DataStream ?? new MemoryStream());
            Files.Add(entry.Name.TrimStart('.', '/'), (await text.ReadToEndAsync(), entry));
        }

        foreach (var label in command.Arguments.Where(argument => argument.StartsWith("LABEL ", StringComparison.Ordinal)).Select(argument => argument[6..].Split('=', 2)))
            labels[label[0]] = label[1];
        return Ended();
    }

    private CommandResult Inspect() => Imports == 0
        ? new CommandResult(1, "[]", "Error: No such image", TimeSpan.Zero)
        : new CommandResult(0, EngineScript.Image($"sha256:{Imports:x12}", string.Join(',', labels.Select(label => $"\"{label.Key}\":\"{label.Value}\""))), "", TimeSpan.Zero);

    private static CommandResult Ended() => new(0, "", "", TimeSpan.Zero);
}
