using QualityGovernance.Deployment.Drills.Faults.Grounds;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>The grounds of one drill, each made when the first cell needs it, and removed at the end.</summary>
internal sealed class FaultGrounds(ContainerEngine engine, FaultMatrixOptions options, FaultLauncher launcher, IMachine machine, SecretMask mask, TimeProvider time, IRunConsole console, string stack) : IAsyncDisposable
{
    private readonly Dictionary<string, IFaultGround> made = [];

    public async Task<IFaultGround> OfAsync(string procedure, CancellationToken cancellation)
    {
        var kind = procedure is FaultPlan.Rehearsal or FaultPlan.ResetDrill ? procedure : "";
        if (!made.TryGetValue(kind, out var ground))
        {
            made[kind] = ground = procedure switch
            {
                FaultPlan.Rehearsal => new RehearsalGround(engine, options),
                FaultPlan.ResetDrill => new SandboxGround(engine, options, launcher, time, stack),
                _ => await EnvironmentGround.PrepareAsync(engine, options with { Migrations = options.Migrations ?? await NewerMigrations.BuildAsync(engine.Runner, options.Root, cancellation) }, launcher, machine, mask, time, console, stack, cancellation),
            };
        }

        return ground;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var ground in made.Values)
            await ground.DisposeAsync();
    }
}
