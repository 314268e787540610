using System.Runtime.InteropServices;

namespace Nuke.Common.Tooling;

internal static class NativeMethods
{
    public const int SigTerm = 15;

    // The runtime can only kill a process; this lets it clean up first.
    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Kill(int processId, int signal);
}
