namespace QualityGovernance.EndToEnd.Tests;

/// <summary>As much of a checkout as a stack is deployed from, in a folder where a test may change it.</summary>
internal sealed class StackCheckout : IDisposable
{
    private static readonly string[] Taken = ["docker-stack.yml", "global.json", "Directory.Build.props", ".nuke/proxy/haproxy.cfg", ".nuke/proxy/tls.yml", ".nuke/backups/service.yml"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qgp-stack-");

    public StackCheckout()
    {
        foreach (var file in Taken)
            Write(file, File.ReadAllText(Path.Combine(Checkout.Root, file)));
        EmptySolution.WriteTo(Root);
    }

    public string Root => folder.FullName;

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, file))!);
        File.WriteAllText(Path.Combine(Root, file), text);
    }

    /// <summary>Changes a line of the stack.</summary>
    public void Change(string line, string into)
    {
        var before = File.ReadAllText(Path.Combine(Root, Taken[0]));
        before.ShouldContain(line);
        Write(Taken[0], before.Replace(line, into));
    }

    /// <summary>What the backup service is compiled from.</summary>
    public void AddSources() => BackupSources.CopyTo(Root);

    public void Dispose() => folder.Delete(recursive: true);
}
