using Nuke.Common;
using Nuke.Common.IO;

/// <summary>Values of every kind, as components declare them.</summary>
public interface IHasLimits : INukeBuild
{
    [Parameter("How often to try")] int Retries => TryGetValue<int?>(() => Retries) ?? 2;
    [Parameter("Whether to stop early")] bool Early => TryGetValue<bool?>(() => Early) ?? false;
    [Parameter("How long to wait")] TimeSpan? Patience => TryGetValue<TimeSpan?>(() => Patience);
    [Parameter("Where to look")] AbsolutePath Place => TryGetValue(() => Place) ?? RootDirectory / "place";
    [Parameter("What to take", Separator = ",")] string[] Things => TryGetValue(() => Things) ?? [];
    [Parameter("How it tastes")] Flavour Flavour => TryGetValue(() => Flavour) ?? Flavour.Sour;
}
