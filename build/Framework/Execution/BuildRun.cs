using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run of a build: everything that was asked for is checked before anything happens.</summary>
internal sealed class BuildRun<T>(Expression<Func<T, Target>>[] defaultTargetExpressions)
    where T : NukeBuild, new()
{
    private readonly List<string> _problems = [];
    private readonly List<string> _warnings = [];
    private T _build;
    private IReadOnlyList<ExecutableTarget> _targets;
    private Func<int?> _interruptedExitCode = () => null;

    public int Run()
    {
        ReadParameters();
        _build = Create();
        _targets = TargetFactory.CreateAll(_build, defaultTargetExpressions);
        _build.ExecutableTargets = _targets;
        if (Sources.CommandLine.IsOn(BuiltInOptions.Help))
            return ShowHelp();
        var invoked = FindTargets(BuiltInOptions.Target);
        var skipped = FindTargets(BuiltInOptions.Skip);
        if (_problems.Count > 0)
            throw new BuildUsageException(_problems);

        Logging.Configure(_build);
        _warnings.ForEach(x => Log.Warning("{Warning:l}", x));
        try
        {
            return Run(invoked, skipped);
        }
        catch (Exception exception)
        {
            Report(exception.Unwrap());
            return BuildManager.ErrorExitCode;
        }
    }

    private static ParameterSources Sources => ParameterService.Sources;

    private int Run(IReadOnlyList<ExecutableTarget> invoked, IReadOnlyList<ExecutableTarget> skipped)
    {
        _build.Extensions.Raise<IOnBuildCreated>(x => x.OnBuildCreated(_targets));
        if (ConfigurationGeneration.Run(_build, _targets))
            return 0;
        WriteHeader();
        var plan = ExecutionPlanner.Plan(_targets, invoked, Sources.CommandLine.IsOn(BuiltInOptions.Strict));
        _build.ExecutionPlan = plan;
        if (plan.Count == 0)
            return ShowHelp();
        if (Sources.CommandLine.IsOn(BuiltInOptions.Plan))
            return PlanOutput.Write(plan, skipped, Sources.CommandLine.Get(BuiltInOptions.Plan).FirstOrDefault());
        return Execute(skipped);
    }

    private int Execute(IReadOnlyList<ExecutableTarget> skipped)
    {
        var executor = new BuildExecutor(_build);
        using var interruption = new Interruption(
            isTargetRunning: () => _build.RunningTargets.Count > 0,
            finish: () => { executor.RunAssuredTargets(); return Finish(); });
        _interruptedExitCode = () => interruption.ExitCode;
        try
        {
            _build.Extensions.Raise<IOnBuildInitialized>(x => x.OnBuildInitialized(_targets, _build.ExecutionPlan));
            executor.Run(skipped, interruption);
        }
        catch (TargetExecutionException)
        {
            // Reported where it happened; what counts is the outcome below.
            _build.ExitCode ??= BuildManager.ErrorExitCode;
        }
        catch (Exception exception)
        {
            Report(exception.Unwrap());
            _build.ExitCode ??= BuildManager.ErrorExitCode;
        }
        interruption.Complete();
        return Finish();
    }

    private static void Report(Exception exception)
    {
        if (exception is not BuildUsageException)
            Log.Verbose(exception, "The build itself has thrown an exception");
        foreach (var message in (exception as BuildUsageException)?.Messages ?? [exception.Message])
            BuildConsole.Line(Tone.Error, message);
    }

    private int Finish()
    {
        foreach (var target in _build.ExecutionPlan)
        {
            target.Stopwatch.Stop();
            target.Status = target.Status switch
            {
                ExecutionStatus.Running => ExecutionStatus.Aborted,
                ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                _ => target.Status,
            };
        }
        _build.ExitCode = _interruptedExitCode() ?? _build.ExitCode ?? (_build.IsSucceeding ? 0 : BuildManager.ErrorExitCode);
        if (_build.IsOutputEnabled(DefaultOutput.ErrorsAndWarnings))
            NukeBuild.Host.WriteErrorsAndWarnings();
        if (_build.IsOutputEnabled(DefaultOutput.TargetOutcome))
            NukeBuild.Host.WriteTargetOutcome(_build);
        if (_build.IsOutputEnabled(DefaultOutput.BuildOutcome))
            NukeBuild.Host.WriteBuildOutcome(_build);
        _build.Extensions.Raise<IOnBuildFinished>(x => x.OnBuildFinished());
        return _build.ExitCode.Value;
    }

    private void ReadParameters()
    {
        ParameterService.Initialize(typeof(T), CommandLine.Current, BuildPaths.Nuke, _problems, _warnings.Add);
        if (Host.FindProblem() is { } problem)
            _problems.Add(problem);
        if (ParameterService.GetValue(typeof(NukeBuild).GetProperty(nameof(NukeBuild.Verbosity))) is Verbosity verbosity)
            NukeBuild.Verbosity = verbosity;
    }

    private static T Create()
    {
        try
        {
            return new T();
        }
        catch (Exception exception)
        {
            throw exception.Unwrap() as BuildUsageException ??
                  new BuildUsageException($"Build class '{typeof(T).Name}' could not be created: {exception.Unwrap().Message}");
        }
    }

    private IReadOnlyList<ExecutableTarget> FindTargets(string option) =>
        ParameterService.GetWords(option) is { } names ? TargetLookup.Find(_targets, names, _problems) : null;

    // Help is there for whoever got the rest of the command line wrong; only the targets to be explained must exist.
    private int ShowHelp()
    {
        _problems.Clear();
        var named = FindTargets(BuiltInOptions.Target) ?? [];
        if (_problems.Count > 0)
            throw new BuildUsageException(_problems);
        new HelpText(_build, _targets).Write(named);
        return 0;
    }

    private void WriteHeader()
    {
        if (_build.NoLogo || Sources.CommandLine.IsOn(BuiltInOptions.Plan) || !_build.IsOutputEnabled(DefaultOutput.Logo))
            return;
        Host.WriteBlank();
        BuildConsole.Line(Tone.Dim, $"NUKE 10.1 API subset ({EnvironmentInfo.Platform}, .NET {Environment.Version})");
        Host.WriteBlank();
    }
}
