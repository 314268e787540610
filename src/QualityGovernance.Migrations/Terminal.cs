namespace QualityGovernance.Migrations;

/// <summary>Where the program reads and writes.</summary>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error)
{
    internal int Fail(int exitCode, params string[] lines)
    {
        foreach (var line in lines) Error.WriteLine(line);
        return exitCode;
    }
}
