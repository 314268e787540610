using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;

namespace QualityGovernance.Platform.Configuration.KeyVault;

/// <summary>
/// An Azure Key Vault, asked as the managed identity of this machine: there is no secret that opens the secrets. The only type that
/// names the library of Azure, so that a service without a vault never loads it.
/// </summary>
internal sealed class AzureVault : ISecretVault
{
    /// <summary>For everything that is read: a service that hangs at start tells nobody why.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(4);

    private readonly SecretClient client;
    private readonly DateTimeOffset giveUp;
    private readonly TimeSpan deadline;
    private readonly TimeProvider time;

    /// <param name="address">Which vault, and as whom.</param>
    /// <param name="transport">Carries the requests; the library's own where null.</param>
    /// <param name="deadline">How long all reading may take.</param>
    /// <param name="time">The clock of the deadline.</param>
    internal AzureVault(VaultAddress address, HttpPipelineTransport? transport = null, TimeSpan? deadline = null, TimeProvider? time = null)
    {
        this.time = time ?? TimeProvider.System;
        this.deadline = deadline ?? Deadline;
        giveUp = this.time.GetUtcNow() + this.deadline;
        var identity = address.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id.ToString()) : ManagedIdentityId.SystemAssigned;
        var credential = new ManagedIdentityCredential(Patient(new ManagedIdentityCredentialOptions(identity), transport));
        client = new SecretClient(address.Uri, credential, Patient(new SecretClientOptions(), transport));
    }

    public static ISecretVault Open(VaultAddress address) => new AzureVault(address);

    public string? Read(string name)
    {
        var left = giveUp - time.GetUtcNow();
        using var patience = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        try
        {
            return client.GetSecret(name, cancellationToken: patience.Token).Value.Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
        catch (RequestFailedException e) when (e.Status is 401 or 403)
        {
            throw new VaultException("names a vault that refuses the identity of this machine. Give it the role \"Key Vault Secrets User\" there, or name another identity in KEY_VAULT_CLIENT_ID.", e);
        }
        catch (AuthenticationFailedException e)
        {
            throw new VaultException("is set, and this machine has no managed identity to read the vault with. Assign one, name it in KEY_VAULT_CLIENT_ID, or give the secrets as NAME_FILE.", e);
        }
        catch (OperationCanceledException e)
        {
            throw new VaultException($"is given, and the vault, or the identity service of this machine that it is asked with, did not answer within {this.deadline.TotalSeconds:0} s. {Remedy}", e);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            throw new VaultException($"names a vault that cannot be reached or does not answer as one. {Remedy}", e);
        }
    }

    private const string Remedy = "Correct the address, or open the way to it from this machine (private endpoint, firewall, name resolution).";

    private static T Patient<T>(T options, HttpPipelineTransport? transport)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(300);
        options.Retry.NetworkTimeout = OneAnswer;
        options.Diagnostics.IsLoggingContentEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        if (transport is not null)
            options.Transport = transport;
        return options;
    }
}
