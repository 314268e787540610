namespace QualityGovernance.Deployment.Engine;

/// <summary>Lets one process of a machine at a time do something. The system gives the file back when its holder dies.</summary>
internal static class ExclusiveFile
{
    /// <param name="path">Of the file; made where there is none.</param>
    /// <param name="refusal">The sentence for whoever comes second.</param>
    /// <exception cref="DeploymentException">Another process holds it.</exception>
    public static FileStream Hold(string path, string refusal)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DeploymentException($"{refusal} {e.Message}", inner: e);
        }
    }
}
