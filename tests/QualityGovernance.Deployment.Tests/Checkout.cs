namespace QualityGovernance.Deployment.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "QualityGovernance.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"There is no QualityGovernance.sln above {AppContext.BaseDirectory}.");
    }
}
