namespace Bench.Startup;

/// <summary>
/// What the genuine packages take with the bootstrap they come with: compile if needed, then <c>dotnet run</c>. Measured here
/// where the feed serves them; otherwise the figures recorded with NUKE 10.1.0 on two idle cores.
/// </summary>
internal sealed record Genuine(TimeSpan Warm, TimeSpan Cold, string Source)
{
    private static readonly TimeSpan s_recordedWarm = TimeSpan.FromSeconds(2.7);
    private static readonly TimeSpan s_recordedCold = TimeSpan.FromSeconds(5.0);

    private static readonly string[] s_build =
        ["build", "build/_build.csproj", "-p:NukeEngine=package", "-p:RunAnalyzers=false", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-nologo", "-clp:NoSummary"];

    public static Genuine Measure(Checkout checkout)
    {
        var (exitCode, output) = checkout.TryRun("dotnet", s_build);
        if (exitCode != 0)
        {
            var why = output.Split('\n').FirstOrDefault(x => x.Contains(": error ", StringComparison.Ordinal))?.Trim();
            return new Genuine(s_recordedWarm, s_recordedCold,
                $"The genuine packages could not be used here ({why}): the goals are those of figures recorded with NUKE 10.1.0 on two idle cores.");
        }

        void Start()
        {
            checkout.Run("dotnet", s_build);
            checkout.Run("dotnet", "run", "--project", "build/_build.csproj", "--no-build", "--", Checkout.Target);
        }

        Start();
        var warm = Measurement.Of(5, () => { }, Start);
        var cold = Measurement.Of(3, checkout.RemoveCompiled, Start);
        return new Genuine(warm.Median, cold.Median, "The goals are those of the genuine packages with their own bootstrap, measured in this run.");
    }
}
