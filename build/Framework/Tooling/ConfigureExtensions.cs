using System.Runtime.ExceptionServices;

namespace Nuke.Common.Tooling;

/// <summary>Runs what a configuration asks for.</summary>
public static class ConfigureExtensions
{
    public static T InvokeSafe<T>(this Configure<T> configurator, T obj) => configurator == null ? obj : configurator(obj);

    /// <summary>
    /// Runs every combination. Several at a time log nothing while they run: each one's lines follow when it has ended, unmixed.
    /// </summary>
    /// <exception cref="AggregateException">What failed; with <paramref name="completeOnFailure"/> after everything ran.</exception>
    public static IReadOnlyCollection<(TOptions Options, IReadOnlyCollection<Output> Output)> Invoke<TOptions>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, IReadOnlyCollection<Output>> executor,
        int degreeOfParallelism,
        bool completeOnFailure)
        where TOptions : ToolOptions, new()
    {
        var all = configurator(new TOptions()).ToList();
        var results = new (TOptions Options, IReadOnlyCollection<Output> Output)[all.Count];
        var failures = new List<Exception>();
        var gate = new Lock();

        void Run(int index, Action stop)
        {
            try
            {
                results[index] = (all[index], degreeOfParallelism > 1 ? RunBuffered(all[index], executor, gate) : executor(all[index]));
            }
            catch (Exception exception)
            {
                lock (gate)
                    failures.Add(exception);
                if (!completeOnFailure)
                    stop();
            }
        }

        Parallel.For(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism }, (index, state) => Run(index, state.Stop));
        if (failures.Count == 1)
            ExceptionDispatchInfo.Throw(failures[0]);
        return failures.Count == 0 ? results : throw new AggregateException(failures);
    }

    private static IReadOnlyCollection<Output> RunBuffered<TOptions>(TOptions options, Func<TOptions, IReadOnlyCollection<Output>> executor, Lock gate)
        where TOptions : ToolOptions, new()
    {
        IReadOnlyCollection<Output> output = [];
        try
        {
            return output = executor(options.DisableProcessOutputLogging());
        }
        catch (ProcessException exception)
        {
            output = exception.Process.Output;
            throw;
        }
        finally
        {
            if (options.ProcessOutputLogging ?? ProcessTasks.DefaultLogOutput)
                Log(options, output, gate);
        }
    }

    private static void Log(ToolOptions options, IReadOnlyCollection<Output> output, Lock gate)
    {
        var logger = options.GetLogger();
        lock (gate)
        {
            foreach (var line in output)
                logger(line.Type, line.Text);
        }
    }
}
