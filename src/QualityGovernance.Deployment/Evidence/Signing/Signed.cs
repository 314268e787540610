namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>A statement and the envelope that it came in.</summary>
/// <param name="File">Of the envelope, as findings call it.</param>
/// <param name="Envelope">With its signatures.</param>
/// <param name="Statement">That they are over.</param>
internal sealed record Signed(string File, Envelope Envelope, Statement Statement)
{
    /// <returns>Null where it is not what was written, which is found.</returns>
    public static Signed? Read(string file, string predicateType, PackFindings findings)
    {
        var name = Path.GetFileName(file);
        try
        {
            var envelope = Envelope.Parse(PackFiles.Text(file), name);
            var statement = Statement.Of(envelope, name);
            if (statement.PredicateType == predicateType)
                return new Signed(name, envelope, statement);
            findings.Problems.Add($"{name} says something else than it should: {statement.PredicateType} instead of {predicateType}.");
        }
        catch (DeploymentException e)
        {
            findings.Problems.Add(e.Message);
        }

        return null;
    }

    /// <summary>
    /// Whose signatures hold. Whoever says whom they trust is told of a key that is not among those; whoever does not cannot be told whose it is. A trusted key
    /// whose signature does not hold was changed.
    /// </summary>
    public IReadOnlyList<TrustedKey> ByTrusted(TrustedKeys trusted, PackFindings findings) => ByTrusted(trusted, findings, trusted.All.Count > 0 ? findings.Problems : findings.Unknown);

    /// <param name="trusted">Whose signatures count.</param>
    /// <param name="findings">Get what was changed.</param>
    /// <param name="strangers">Gets that nobody of them has signed.</param>
    public IReadOnlyList<TrustedKey> ByTrusted(TrustedKeys trusted, PackFindings findings, ICollection<string> strangers)
    {
        var known = Envelope.Signatures.Where(signature => trusted.Find(signature.KeyId) is not null).ToList();
        var holding = Envelope.SignedBy(trusted);
        if (known.Count == 0)
            strangers.Add($"{File} is signed with the key {string.Join(", ", Envelope.Signatures.Select(signature => signature.KeyId))}, which is not among the trusted keys ({trusted.All.Count} of them): whose it is cannot be told.");
        else if (holding.Count < known.Count)
            findings.Problems.Add($"{File} was changed: a signature of a trusted key does not hold.");
        return holding;
    }
}
