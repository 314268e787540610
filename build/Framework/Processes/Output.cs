using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>One line that a process wrote.</summary>
[DebuggerDisplay("{" + nameof(Text) + "}")]
public struct Output
{
    public OutputType Type;
    public string Text;
}
