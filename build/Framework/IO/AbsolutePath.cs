using System.ComponentModel;
using System.Diagnostics;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalised path. <c>path / "child"</c> and <c>path / ..</c> walk the tree; nothing touches the disk.</summary>
[TypeConverter(typeof(TypeConverter))]
[DebuggerDisplay("{" + nameof(_path) + "}")]
public partial class AbsolutePath : IAbsolutePathHolder, IFormattable
{
    public const string DoubleQuote = "d";
    public const string DoubleQuoteIfNeeded = "dn";
    public const string SingleQuote = "s";
    public const string SingleQuoteIfNeeded = "sn";
    public const string NoQuotes = "nq";

    private readonly string _path;

    private AbsolutePath(string path) => _path = PathNormalization.Normalize(path);

    public string Name => System.IO.Path.GetFileName(_path);
    public string NameWithoutExtension => System.IO.Path.GetFileNameWithoutExtension(_path);
    public string Extension => System.IO.Path.GetExtension(_path);

    /// <summary>The directory above; null at the root.</summary>
    public AbsolutePath Parent => PathNormalization.GetRoot(_path).Length == _path.Length ? null : this / "..";

    AbsolutePath IAbsolutePathHolder.Path => this;

    public static AbsolutePath Create(string path) => path;

    public static implicit operator AbsolutePath(string path)
    {
        if (path is null)
            return null;
        Assert.True(PathNormalization.IsRooted(path), $"Path '{path}' must be rooted");
        return new AbsolutePath(path);
    }

    public static implicit operator string(AbsolutePath path) => path?._path;

    public static AbsolutePath operator /(AbsolutePath left, string right) =>
        new(PathNormalization.Combine(left.NotNull()._path, right));

    public static AbsolutePath operator /(AbsolutePath left, Range range)
    {
        Assert.True(range.Equals(Range.All), "Only '..' (the parent) can be divided by");
        return left.NotNull().Parent;
    }

    public static AbsolutePath operator +(AbsolutePath left, string right) => new(left.NotNull()._path + right);

    public static bool operator ==(AbsolutePath a, AbsolutePath b) => Equals(a, b);

    public static bool operator !=(AbsolutePath a, AbsolutePath b) => !Equals(a, b);

    public override bool Equals(object obj) => obj is AbsolutePath other && Comparer.Equals(_path, other._path);

    public override int GetHashCode() => Comparer.GetHashCode(_path);

    public override string ToString() => _path;

    public string ToString(string format) => ((IFormattable)this).ToString(format, formatProvider: null);

    private StringComparer Comparer =>
        PathNormalization.HasWindowsRoot(_path) || PathNormalization.HasUncRoot(_path) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
