using Nuke.Common;

/// <summary>The word without which nothing is destroyed.</summary>
interface IHasConfirmation : INukeBuild
{
    [Parameter("Confirms that data may be destroyed")]
    bool Confirm => TryGetValue<bool?>(() => Confirm) ?? false;
}
