namespace QualityGovernance.Deployment.Evidence.Signing;

/// <param name="KeyId">Of the key that made it.</param>
/// <param name="Value">ECDSA over SHA-256, as ASN.1.</param>
public sealed record EnvelopeSignature(string KeyId, byte[] Value);
