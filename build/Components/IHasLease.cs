using Nuke.Common;

/// <summary>Why an environment is taken, and what to do while somebody else has it.</summary>
interface IHasLease : INukeBuild
{
    [Parameter("Why the environment is changed; written into its lease and its history")]
    string Reason => TryGetValue(() => Reason);

    [Parameter("Waits while somebody else has the environment, instead of refusing")]
    bool Wait => TryGetValue<bool?>(() => Wait) ?? false;
}
