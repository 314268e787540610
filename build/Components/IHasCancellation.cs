using System.Threading;
using Nuke.Common;

/// <summary>Ctrl-C and SIGTERM as a token: what runs is interrupted, and what is assured still runs.</summary>
interface IHasCancellation : INukeBuild
{
    CancellationToken Cancellation => Interruption.Token;
}
