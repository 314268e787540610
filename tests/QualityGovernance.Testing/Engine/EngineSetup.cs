namespace QualityGovernance.Testing.Engine;

/// <summary>Finds out what Testcontainers must be told about the engine in hand, before its first use.</summary>
internal static class EngineSetup
{
    private const string Next = "Run ./build.sh Test --provision, which installs and starts what is missing, or ./build.sh Test --without-engine for the other tests.";
    private const string Official = "postgres:15";
    private const string StandIn = "qgp-base/postgres:15";
    private const string ImageVariable = "QGP_TEST_POSTGRES_IMAGE";

    /// <summary>The PostgreSQL image to use.</summary>
    public static async Task<string> PrepareAsync()
    {
        var (answers, version) = await EngineCommand.RunAsync("version", "--format", "{{.Server.APIVersion}}");
        if (!answers) throw new InvalidOperationException($"These tests need a container engine, and none answers: {version}. {Next}");

        Set("DOCKER_API_VERSION", version);
        if (File.Exists("/.dockerenv")) Set("TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1"); // the engine is beside us, not around us
        var image = await ImageAsync();
        // The reaper is an image too. Where there is no registry it can't be had; labels and the next run's sweep stand in for it.
        if (image != Official) Set("TESTCONTAINERS_RYUK_DISABLED", "true");
        return image;
    }

    private static async Task<string> ImageAsync()
    {
        if (Environment.GetEnvironmentVariable(ImageVariable) is { Length: > 0 } chosen) return chosen;
        var (pulled, reason) = await EngineCommand.RunAsync("pull", "--quiet", Official);
        if (pulled) return Official;
        if ((await EngineCommand.RunAsync("image", "inspect", StandIn)).Succeeded) return StandIn;
        throw new InvalidOperationException($"There is neither {Official} ({reason}) nor its stand-in {StandIn}. {Next}");
    }

    private static void Set(string variable, string value)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable))) Environment.SetEnvironmentVariable(variable, value);
    }
}
