using Nuke.Common;
using Serilog;

/// <summary>A build that does what builds do wrong, so that the engine can be watched dealing with it.</summary>
[Trace]
partial class Build : BuildBase, IShowLimits, IUseContext, IGreet
{
    public static int Main() => Environment.GetEnvironmentVariable("SAMPLE") switch
    {
        "cyclic" => Execute<CyclicBuild>(),
        "self-dependent" => Execute<SelfDependentBuild>(),
        "ambiguous" => Execute<AmbiguousBuild>(),
        "throwing" => Execute<ThrowingBuild>(),
        "failing-hooks" => Execute<FailingHooksBuild>(),
        "generating" => Execute<GeneratingBuild>(),
        _ => Execute<Build>(x => x.Compile),
    };

    [Parameter("Mode to run in")] readonly Mode Mode = Mode.Fast;
    [Parameter("Token of the registry"), Secret] readonly string ApiToken;
    [Parameter("Passphrase of the key"), Secret] readonly string Passphrase = "initial-passphrase";
    [Parameter("Who deploys")] readonly string DeployUser;
    [Parameter("Count of things")] readonly int? Count;
    [Parameter("Only say what would be done")] readonly bool DryRun;
    [Parameter("Words", Separator = ",")] readonly string[] Words = [];

    Target Noop => _ => _.Description("Does nothing").Executes(() => { });

    Target Show => _ => _
        .Description("Shows the values of parameters")
        .Executes(() => Log.Information("Mode={Mode} Count={Count} DryRun={DryRun} Words={Words} User={User}", Mode, Count, DryRun, string.Join('|', Words), DeployUser));

    Target Restore => _ => _.Executes(() => Log.Information("restored"));

    Target Compile => _ => _.Description("Compiles").DependsOn(Restore).Executes(() => Log.Information("compiled"));

    Target NeedsBoth => _ => _
        .Requires(() => ApiToken, () => DeployUser)
        .Requires(() => Count)
        .Executes(() => Log.Information("has both: {Length} characters for {User}", ApiToken.Length, DeployUser));

    Target NeedsFast => _ => _.Requires(() => IsServerBuild || Mode == Mode.Fast).Executes(() => Log.Information("fast"));

    Target InContext => _ => _.DependsOnContext<IUseContext>().Executes(() => Log.Information("in context"));

    Target FailInContext => _ => _.DependsOnContext<IUseContext>().Executes(() => throw new InvalidOperationException("failed in context"));

    public override Target Extended => _ => _.Base().Executes(() => Log.Information("extended"));
}
