using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>The words given for a parameter and where they came from.</summary>
/// <param name="Words">The words; none for a switch that merely stands there.</param>
/// <param name="Source">To follow "was given": <c>on the command line</c>.</param>
/// <param name="PathBase">What a relative path is relative to.</param>
/// <param name="IsFromFile">Whether it stands in a parameters file.</param>
internal sealed record ParameterValue(IReadOnlyList<string> Words, string Source, AbsolutePath PathBase, bool IsFromFile = false);
