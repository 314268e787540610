namespace QualityGovernance.Deployment.Evidence.Checksums;

/// <summary>One file and the SHA-256 of its content.</summary>
/// <param name="Path">Relative, with slashes.</param>
/// <param name="Sha256">In lower-case hexadecimal digits.</param>
public sealed record Checksum(string Path, string Sha256);
