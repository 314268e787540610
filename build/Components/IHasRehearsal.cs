using System;
using Nuke.Common;
using QualityGovernance.Deployment.Rehearsal;

/// <summary>The one rehearsal of this build, begun by the first step that asks for it.</summary>
interface IHasRehearsal : IHasRuns, IHasCommands, IHasConsole, IHasEngineChoice
{
    [Parameter("Reuses the layers of earlier image builds, for the quick loop")]
    bool Cached => TryGetValue<bool?>(() => Cached) ?? false;

    [Parameter("Leaves the rehearsed stack up and says how to use and remove it")]
    bool Keep => TryGetValue<bool?>(() => Keep) ?? false;

    [Parameter("The port on 127.0.0.1 that the service answers on. Default: a free one, 8000 for Run")]
    int? Port => TryGetValue<int?>(() => Port);

    [Parameter("How large the rehearsed image may be, in millions of bytes; a larger one fails BuildImage")]
    int? ImageBudget => TryGetValue<int?>(() => ImageBudget);

    RehearsalSession RehearsalSession => Shared.Session ??= new RehearsalSession(
        new RehearsalOptions(RootDirectory) { RunsFolder = RunsDirectory, Cached = Cached, Keep = Keep, Port = Port, ImageBudget = ImageBudget, WithoutEngine = WithoutEngine },
        RunConsole,
        Commands,
        Secrets,
        TimeProvider.System);

    private static class Shared
    {
        public static RehearsalSession Session;
    }
}
