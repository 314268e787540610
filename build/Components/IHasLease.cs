using System;
using Nuke.Common;

/// <summary>How an environment is taken, and for what.</summary>
interface IHasLease : INukeBuild
{
    [Parameter("Why the environment is changed; stands in its lease and its history")]
    string Reason => TryGetValue(() => Reason);

    [Parameter("Seconds to wait for an environment that somebody else has. Without it, such an environment is refused at once")]
    int? Wait => TryGetValue<int?>(() => Wait);

    TimeSpan? LeasePatience => Wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
