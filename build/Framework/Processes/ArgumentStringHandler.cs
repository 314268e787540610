using System.Runtime.CompilerServices;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// An interpolated string of tool arguments: values are quoted where they need it (<c>:nq</c> leaves them alone),
/// values formatted with <c>:r</c> are secrets.
/// </summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private readonly List<string> _secrets;
    private DefaultInterpolatedStringHandler _builder;

    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        _builder = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
        _secrets = [];
        handlerIsValid = true;
    }

    public static implicit operator ArgumentStringHandler(string value) => $"{value.NotNull():nq}";

    public void AppendLiteral(string value) => _builder.AppendLiteral(value);

    public void AppendFormatted(object obj, int alignment = 0, string format = null)
    {
        if (obj is IAbsolutePathHolder holder)
        {
            _builder.AppendFormatted(holder.Path, alignment, format ?? AbsolutePath.DoubleQuoteIfNeeded);
            return;
        }
        var value = obj?.ToString() ?? string.Empty;
        if (format == "r")
        {
            _secrets.Add(value);
            SecretMask.Register(value);
        }
        var quoted = obj is string && format != "nq" && !value.IsSingleQuoted() ? value.DoubleQuoteIfNeeded() : value;
        _builder.AppendFormatted(obj is IFormattable && format is not (null or "r" or "nq") ? obj : quoted, alignment,
            format is "r" or "nq" ? null : format);
    }

    public void AppendFormatted(IEnumerable<IAbsolutePathHolder> paths, int alignment = 0, string format = null) =>
        _builder.AppendFormatted(paths.Select(x => x.Path.ToString(format ?? AbsolutePath.DoubleQuoteIfNeeded)).JoinSpace(), alignment);

    /// <summary>The arguments; a pair of quotes around the whole is dropped.</summary>
    public string ToStringAndClear()
    {
        var value = _builder.ToStringAndClear();
        return value.Length > 1 && value.IndexOf('"', startIndex: 1) == value.Length - 1 ? value.TrimMatchingDoubleQuotes() : value;
    }

    /// <summary>Takes the secrets of this string out of text.</summary>
    public readonly Func<string, string> GetFilter()
    {
        var secrets = _secrets ?? [];
        return text => secrets.Where(x => x.Length > 0).Aggregate(text, (current, secret) => current.Replace(secret, SecretMask.Replacement));
    }
}
