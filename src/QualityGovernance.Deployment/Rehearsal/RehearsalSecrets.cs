using System.Security.Cryptography;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>Secrets for one run: made anew, known to the mask before anybody else, thrown away with the run.</summary>
internal sealed class RehearsalSecrets
{
    public const string AdministratorEmail = "rehearsal.administrator@example.org";

    /// <summary>256 bits; letters and digits only, so that a secret is the same text in an address, in JSON and in a shell.</summary>
    private const int Bytes = 32;

    public RehearsalSecrets(SecretMask mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        DatabasePassword = New(mask);
        SecretKey = New(mask);
        JwtSecretKey = New(mask);
        // Upper and lower case, a digit and a sign, whatever rules passwords are held to.
        AdministratorPassword = New(mask, "Aa1-");
    }

    public string DatabasePassword { get; }

    public string SecretKey { get; }

    public string JwtSecretKey { get; }

    public string AdministratorPassword { get; }

    private static string New(SecretMask mask, string prefix = "")
    {
        var secret = prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        mask.Register(secret);
        return secret;
    }
}
