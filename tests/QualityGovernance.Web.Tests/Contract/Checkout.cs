namespace QualityGovernance.Web.Tests.Contract;

/// <summary>Files of the checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "QualityGovernance.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No QualityGovernance.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
