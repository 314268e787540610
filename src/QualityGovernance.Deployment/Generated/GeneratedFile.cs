namespace QualityGovernance.Deployment.Generated;

/// <summary>A file that follows from something else, as it would be if it were written now.</summary>
/// <param name="Path">Relative to the checkout.</param>
/// <param name="Text">What it says.</param>
/// <param name="Source">What it follows from, for a message.</param>
/// <param name="Command">Writes it anew, for a message.</param>
public sealed record GeneratedFile(string Path, string Text, string Source, string Command)
{
    /// <returns>Whether anything had to be written.</returns>
    public bool Write(string root)
    {
        var file = System.IO.Path.Combine(root, Path);
        if (File.Exists(file) && File.ReadAllText(file) == Text)
            return false;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Text);
        return true;
    }

    /// <returns>A sentence that names the file, the first line that differs and the command; null where nothing differs.</returns>
    public string? Drift(string root)
    {
        var file = System.IO.Path.Combine(root, Path);
        if (!File.Exists(file))
            return $"{Path} is missing: {Command}";
        var (have, want) = (File.ReadAllText(file).Split('\n'), Text.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(have.Length, want.Length)).FirstOrDefault(index => have.ElementAtOrDefault(index) != want.ElementAtOrDefault(index), -1);
        return line < 0
            ? null
            : $"{Path}, line {line + 1} is \"{have.ElementAtOrDefault(line)?.Trim()}\" and not \"{want.ElementAtOrDefault(line)?.Trim()}\", as {Source} has it: {Command}";
    }
}
