using System.Globalization;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Web.Commands;

/// <summary>
/// The probe of the container: the image has no other program that could ask. It starts no host, because it runs every few
/// seconds beside the service and within its limits.
/// </summary>
internal static class HealthcheckCommand
{
    /// <summary>Inside the 5 s that the container engine gives the probe.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        if (Port() is not { } port)
            return await FailAsync("PORT is not a whole number from 1 to 65535, so there is no address to ask.");
        if (ListenAddress.Local(Given("LISTEN_ADDRESS")) is not { } host)
            return await FailAsync("LISTEN_ADDRESS is not an IP address, so there is no address to ask.");

        var address = new UriBuilder(Uri.UriSchemeHttp, $"{host}", port, Probes.Liveness).Uri;
        // A proxy of the environment is for the way out, not for this machine.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Limit };
        try
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            if (!answer.IsSuccessStatusCode)
                return await FailAsync($"{address} answered {(int)answer.StatusCode}.");

            await Console.Out.WriteLineAsync($"{address} answered {(int)answer.StatusCode}.");
            return 0;
        }
        catch (HttpRequestException e)
        {
            return await FailAsync($"{address} cannot be asked: {e.Message}");
        }
        catch (TaskCanceledException)
        {
            return await FailAsync($"{address} did not answer within {Limit.TotalSeconds:0} s.");
        }
    }

    /// <summary>From the environment first, which is where containers have it, an empty one too; configuration files cost time to read.</summary>
    private static string? Given(string setting) => Environment.GetEnvironmentVariable(setting) ?? SettingsSources.Build()[setting];

    private static int? Port()
    {
        var text = Given("PORT");
        if (string.IsNullOrEmpty(text))
            return SettingsTable.DefaultPort;
        return int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535 ? port : null;
    }

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
