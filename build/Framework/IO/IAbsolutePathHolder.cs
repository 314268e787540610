namespace Nuke.Common.IO;

/// <summary>Something that stands at a path (a solution, a project) and is quoted as such in tool arguments.</summary>
public interface IAbsolutePathHolder
{
    AbsolutePath Path { get; }
}
