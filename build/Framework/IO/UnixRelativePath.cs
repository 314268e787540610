namespace Nuke.Common.IO;

/// <summary>A relative path written with <c>/</c>, whatever the platform.</summary>
public class UnixRelativePath : RelativePath
{
    protected UnixRelativePath(string path)
        : base(path, '/')
    {
    }

    public static explicit operator UnixRelativePath(string path) =>
        path is null ? null : new UnixRelativePath(PathNormalization.Normalize(path));
}
