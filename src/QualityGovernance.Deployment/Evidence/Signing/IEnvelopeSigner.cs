namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>Signs with a key that it does not give away. A local key is one; a service that keeps keys would be another.</summary>
public interface IEnvelopeSigner
{
    /// <summary>SHA-256 of the public key (SubjectPublicKeyInfo, DER), in lower-case hexadecimal digits.</summary>
    string KeyId { get; }

    /// <param name="content">What is signed; it is hashed with SHA-256.</param>
    /// <returns>An ECDSA signature as ASN.1 (RFC 3279).</returns>
    byte[] Sign(byte[] content);
}
