using System.Diagnostics;

namespace Nuke.Common.IO;

/// <summary>A path that has no root.</summary>
[DebuggerDisplay("{" + nameof(_path) + "}")]
public class RelativePath
{
    private readonly string _path;

    protected RelativePath(string path, char? separator = null) =>
        _path = separator.HasValue ? path.Replace('\\', separator.Value).Replace('/', separator.Value) : path;

    public static explicit operator RelativePath(string path) =>
        path is null ? null : new RelativePath(PathNormalization.Normalize(path));

    public static implicit operator string(RelativePath path) => path?._path;

    public static RelativePath operator /(RelativePath left, string right) =>
        new(PathNormalization.Combine(left.NotNull()._path, right));

    public static RelativePath operator +(RelativePath left, string right) => new(left.NotNull()._path + right);

    public override string ToString() => _path;
}
