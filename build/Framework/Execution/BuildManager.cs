using System.Linq.Expressions;

namespace Nuke.Common.Execution;

/// <summary>The build's life from the command line to the exit code.</summary>
internal static class BuildManager
{
    // 255 as the shell sees it.
    public const int ErrorExitCode = -1;

    public static int Execute<T>(Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new()
    {
        BuildConsole.Open();
        try
        {
            return ShellCompletion.TryAnswer(typeof(T)) ?? new BuildRun<T>(defaultTargetExpressions).Run();
        }
        catch (BuildUsageException exception)
        {
            foreach (var message in exception.Messages)
                BuildConsole.Line(Tone.Error, message);
            return ErrorExitCode;
        }
        finally
        {
            Logging.Close();
            BuildConsole.Finish();
        }
    }
}
