namespace QualityGovernance.Deployment.Databases;

/// <summary>A backup as it lies in a folder.</summary>
/// <param name="Path">Of the dump.</param>
/// <param name="Manifest">What it says it holds.</param>
/// <param name="Verification">The last time that it was restored and compared; null before the first.</param>
public sealed record BackupFile(string Path, BackupManifest Manifest, BackupVerification? Verification)
{
    /// <summary>Only what has been restored once, as it is now, is a backup.</summary>
    public bool IsGood => Verification?.Sha256 == Manifest.Sha256;

    public string Name => System.IO.Path.GetFileName(Path);
}
