using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>Encrypts backups with age, where a recipient is configured, and decrypts them for whoever has the identity.</summary>
/// <param name="runner">Runs age.</param>
/// <param name="recipient">A public key, age1...; null for backups that are not encrypted.</param>
/// <param name="identityFile">The private key's file, which only verification and restore need.</param>
public sealed class BackupCipher(ICommandRunner runner, string? recipient, string? identityFile)
{
    public const string RecipientVariable = ProvisioningNeeds.BackupRecipientVariable;
    public const string IdentityVariable = "QGP_BACKUP_IDENTITY_FILE";

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public bool Encrypts => recipient is { Length: > 0 };

    public static BackupCipher Of(ICommandRunner runner, IMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return new BackupCipher(runner, machine.Variable(RecipientVariable), machine.Variable(IdentityVariable));
    }

    internal Task EncryptAsync(string plain, string encrypted, CancellationToken cancellation) =>
        RunAsync($"The backup could not be encrypted for the recipient in {RecipientVariable}", ["--encrypt", "--recipient", recipient!, "--output", encrypted, plain], cancellation);

    internal Task DecryptAsync(string encrypted, string plain, CancellationToken cancellation) => identityFile is { Length: > 0 }
        ? RunAsync($"{encrypted} could not be decrypted with the identity in {IdentityVariable}", ["--decrypt", "--identity", identityFile, "--output", plain, encrypted], cancellation)
        : throw new DeploymentException($"{encrypted} is encrypted. Name the file of the identity that it was encrypted for in {IdentityVariable}.");

    private async Task RunAsync(string failure, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        try
        {
            var result = await runner.RunAsync(new Command("age", arguments) { Timeout = Patience }, cancellation: cancellation);
            if (!result.Succeeded)
                throw new DeploymentException($"{failure}: {result.LastWords(2)}");
        }
        catch (CommandNotFoundException e)
        {
            throw new DeploymentException($"{failure}: there is no program age on this machine. It is the package age of the operating system.", "./build.sh Provision", e);
        }
    }
}
