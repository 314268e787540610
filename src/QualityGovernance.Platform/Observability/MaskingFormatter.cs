using System.Text.Encodings.Web;
using Serilog.Events;
using Serilog.Formatting;

namespace QualityGovernance.Platform.Observability;

/// <summary>The last line of defence: an entry that holds one of our own secrets is written without it.</summary>
internal sealed class MaskingFormatter : ITextFormatter
{
    private const string Mask = "[secret]";

    /// <summary>A shorter password would mask ordinary words.</summary>
    private const int Shortest = 6;

    private readonly ITextFormatter _inner;
    private readonly string[] _secrets;

    public MaskingFormatter(ITextFormatter inner, IEnumerable<string> secrets)
    {
        _inner = inner;
        // As it is, and as it stands inside JSON text.
        _secrets = [.. secrets
            .Where(secret => secret.Length >= Shortest)
            .SelectMany(secret => new[] { secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret) })
            .Distinct(StringComparer.Ordinal)];
    }

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var buffer = new StringWriter();
        _inner.Format(logEvent, buffer);
        var text = buffer.ToString();
        foreach (var secret in _secrets)
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        output.Write(text);
    }
}
