using System.Runtime.InteropServices;
using System.Threading;

/// <summary>Turns the first signal into a cancelled token and lets the build end by itself; a second one ends it at once.</summary>
static class Interruption
{
    static readonly CancellationTokenSource Source = new();
    static PosixSignalRegistration[] registrations;

    /// <summary>Asking for the token is what starts listening: targets that cannot be interrupted keep the default behaviour.</summary>
    public static CancellationToken Token
    {
        get
        {
            registrations ??= [PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt)];
            return Source.Token;
        }
    }

    static void Interrupt(PosixSignalContext context)
    {
        if (Source.IsCancellationRequested) return;
        context.Cancel = true;
        Source.Cancel();
    }
}
