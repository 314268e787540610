namespace QualityGovernance.Testing.Databases;

/// <summary>The embedded database, in a file that goes with the test process.</summary>
public sealed class OnSqlite : ITestDatabase
{
    private static readonly DirectoryInfo Folder = MakeFolder();
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    public static async Task<string> MigratedAsync()
    {
        var path = NewPath();
        File.Copy(await Template.Value, path);
        return Url(path);
    }

    public static Task<string> EmptyAsync() => Task.FromResult(Url(NewPath()));

    /// <summary>The file that the URL names.</summary>
    public static string FileOf(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url["sqlite:///".Length..];
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var path = NewPath();
        await Migrated.UpAsync(Url(path));
        return path;
    }

    private static string NewPath() => Path.Combine(Folder.FullName, $"{Guid.CreateVersion7():N}.db");

    private static string Url(string path) => $"sqlite:///{path}";

    private static DirectoryInfo MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("qgp-tests-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder;
    }
}
