namespace QualityGovernance.Deployment.Drills;

/// <summary>Nothing is destroyed without a yes: given with the command, or typed by somebody who was asked.</summary>
/// <param name="isGiven">Whether the command had --confirm.</param>
/// <param name="isTerminal">Whether somebody can be asked.</param>
/// <param name="input">Where the answer comes from.</param>
/// <param name="output">Where the question goes.</param>
public sealed class DrillConfirmation(bool isGiven, bool isTerminal, TextReader input, TextWriter output)
{
    private const string Yes = "yes";

    /// <returns>How it was confirmed, for the record.</returns>
    /// <exception cref="DrillNotConfirmedException">It was not; nothing has been touched.</exception>
    public string Ask()
    {
        if (isGiven)
            return "--confirm";
        if (!isTerminal)
            throw new DrillNotConfirmedException("The reset drill destroys the sandbox's data and images, and nobody can be asked here.");
        output.Write("The reset drill destroys the data and the images of the sandbox, and recovers them from a backup that it takes first. Type yes to go on: ");
        output.Flush();
        return input.ReadLine() == Yes ? "typed at the terminal" : throw new DrillNotConfirmedException("The answer was not yes.");
    }
}
