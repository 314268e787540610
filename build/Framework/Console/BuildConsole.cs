using System.Text;

namespace Nuke.Common.Execution;

/// <summary>The one way out to the terminal: masked, UTF-8, coloured only where somebody sees the colours.</summary>
internal static class BuildConsole
{
    private static MaskingWriter s_output;
    private static MaskingWriter s_error;

    /// <summary>Whether standard output is a file or a pipe.</summary>
    public static bool IsRedirected { get; } = Console.IsOutputRedirected;

    private static readonly bool s_useColours =
        !IsRedirected &&
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) &&
        Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Puts the mask in front of standard output and error, for everybody in this process.</summary>
    public static void Open()
    {
        if (s_output != null)
            return;
        Console.SetOut(s_output = Wrap(Console.OpenStandardOutput()));
        Console.SetError(s_error = Wrap(Console.OpenStandardError()));
    }

    /// <summary>Writes out what is held back. Writing stays possible.</summary>
    public static void Finish()
    {
        s_output?.Finish();
        s_error?.Finish();
    }

    public static void Line(Tone tone, string text) => Console.Out.WriteLine(Colour(tone, text));

    public static void Line(string text = "") => Console.Out.WriteLine(text);

    public static void Write(string text) => Console.Out.Write(text);

    /// <summary>Writes a line that is not masked: only ever to tell a host what to mask.</summary>
    public static void LineUnmasked(string text)
    {
        if (s_output != null)
            s_output.WriteUnmasked(text);
        else
            Console.Out.WriteLine(text);
    }

    public static string Colour(Tone tone, string text)
    {
        var code = s_useColours ? CodeOf(tone) : null;
        return code == null || text.Length == 0 ? text : $"\u001b[{code}m{text}\u001b[0m";
    }

    private static MaskingWriter Wrap(Stream stream) =>
        new(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1024, leaveOpen: true));

    private static string CodeOf(Tone tone) => tone switch
    {
        Tone.Dim => "90",
        Tone.Information => "36",
        Tone.Success => "32",
        Tone.Warning => "33",
        Tone.Error => "31",
        _ => null,
    };
}
