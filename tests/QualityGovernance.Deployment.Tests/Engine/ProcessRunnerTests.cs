using System.Diagnostics;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Tests.Engine;

/// <summary>With real programs: the shell stands in for whatever behaves badly.</summary>
public sealed class ProcessRunnerTests : IDisposable
{
    private readonly SecretMask mask = new();
    private readonly TemporaryFolder folder = new();
    private readonly ProcessRunner runner;

    public ProcessRunnerTests() => runner = new ProcessRunner(mask);

    [Fact]
    public async Task The_exit_code_and_both_streams_come_back()
    {
        var result = await runner.RunAsync(Shell("echo out; echo err >&2; exit 3"));

        result.ShouldSatisfyAllConditions(() => result.ExitCode.ShouldBe(3), () => result.Output.ShouldBe("out"), () => result.Error.ShouldBe("err"), () => result.Succeeded.ShouldBeFalse());
    }

    [Fact]
    public async Task Megabytes_on_both_streams_at_once_do_not_block()
    {
        var result = await runner.RunAsync(Shell("i=0; while [ $i -lt 20000 ]; do echo 0123456789012345678901234567890123456789012345678901234567890123456789; echo e >&2; i=$((i+1)); done") with { Timeout = TimeSpan.FromMinutes(2) });

        result.Output.Split('\n').Length.ShouldBe(20_000);
        result.Error.Split('\n').Length.ShouldBe(20_000);
    }

    [Fact]
    public async Task Lines_are_heard_one_at_a_time_while_the_program_runs()
    {
        var heard = new List<string>();

        await runner.RunAsync(Shell("echo one; echo two >&2; echo three"), heard.Add);

        heard.Order().ShouldBe(["one", "three", "two"]);
    }

    [Fact]
    public async Task Arguments_arrive_as_they_are_and_no_shell_reads_them()
    {
        var result = await runner.RunAsync(Command.Of("printf", "%s|", "a b", "$(touch gone)", "*", "'\""));

        result.Output.ShouldBe("a b|$(touch gone)|*|'\"|");
    }

    [Fact]
    public async Task A_registered_secret_reaches_neither_the_listener_nor_the_result()
    {
        mask.Register("sentinel-7731");
        var heard = new List<string>();

        var result = await runner.RunAsync(Shell("echo password=sentinel-7731; echo sentinel-7731 >&2"), heard.Add);

        $"{result}{string.Join(' ', heard)}".ShouldNotContain("sentinel-7731");
        result.Output.ShouldBe("password=***");
    }

    [Fact]
    public async Task The_environment_is_added_to_and_taken_away_from()
    {
        var result = await runner.RunAsync(Shell("echo \"$GIVEN-${HOME:-none}\"") with { Environment = new Dictionary<string, string?> { ["GIVEN"] = "yes", ["HOME"] = null } });

        result.Output.ShouldBe("yes-none");
    }

    [Fact]
    public async Task A_program_that_reads_finds_its_input_closed() => (await runner.RunAsync(Command.Of("cat"))).Output.ShouldBeEmpty();

    [Fact]
    public async Task A_text_and_a_written_stream_reach_the_program()
    {
        (await runner.RunAsync(Command.Of("cat") with { StandardInput = "given" })).Output.ShouldBe("given");
        (await runner.RunAsync(Command.Of("wc", "-c") with { WriteInput = async (stream, token) => await stream.WriteAsync(new byte[1_000_000], token) })).Output.Trim().ShouldBe("1000000");
    }

    [Fact]
    public async Task An_input_that_breaks_off_kills_the_program_instead_of_passing_for_the_whole()
    {
        var command = Shell("cat > /dev/null; echo took it") with { WriteInput = (_, _) => throw new InvalidDataException("the source broke off") };

        (await Should.ThrowAsync<InvalidDataException>(() => runner.RunAsync(command))).Message.ShouldBe("the source broke off");
    }

    [Fact]
    public async Task A_program_that_does_not_read_its_input_is_judged_by_its_exit_code()
    {
        var result = await runner.RunAsync(Shell("exec <&-; exit 4") with { StandardInput = new string('x', 1_000_000) });

        result.ExitCode.ShouldBe(4);
    }

    [Fact]
    public async Task A_missing_program_is_named()
    {
        var failure = await Should.ThrowAsync<CommandNotFoundException>(() => runner.RunAsync(Command.Of("no-such-program-7731", "x")));

        failure.Message.ShouldBe("The program \"no-such-program-7731\" could not be started: it is neither on PATH nor a file that may be executed.");
    }

    [Fact]
    public async Task A_missing_working_directory_is_not_taken_for_a_missing_program()
    {
        var failure = await Should.ThrowAsync<CommandNotFoundException>(() => runner.RunAsync(Command.Of("cat") with { WorkingDirectory = "/no/such/place" }));

        failure.Message.ShouldContain("its working directory /no/such/place does not exist");
    }

    [Fact]
    public async Task After_its_time_the_program_and_everything_it_started_is_killed()
    {
        mask.Register("sentinel-7731");
        var children = Path.Combine(folder.Path, "children");
        var command = Shell($"sleep 600 & echo $! > {children}; (sleep 600 & echo $! >> {children}; wait) & echo last sentinel-7731; wait") with { Timeout = TimeSpan.FromSeconds(2) };

        var failure = await Should.ThrowAsync<CommandTimedOutException>(() => runner.RunAsync(command));

        failure.Message.ShouldContain("did not end within 2 s and was killed. It said last: last ***");
        failure.Message.ShouldNotContain("sentinel-7731");
        await GoneAsync(children, expected: 2);
    }

    [Fact]
    public async Task A_cancelled_caller_leaves_nothing_running()
    {
        var children = Path.Combine(folder.Path, "children");
        using var stop = new CancellationTokenSource();

        var running = runner.RunAsync(Shell($"sleep 600 & echo $! > {children}; echo started; wait"), line => stop.Cancel(), stop.Token);

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await GoneAsync(children, expected: 1);
    }

    [Fact]
    public async Task A_listener_that_throws_stops_the_program()
    {
        var children = Path.Combine(folder.Path, "children");

        var running = runner.RunAsync(Shell($"sleep 600 & echo $! > {children}; echo line; wait"), _ => throw new InvalidOperationException("enough"));

        (await Should.ThrowAsync<InvalidOperationException>(() => running)).Message.ShouldBe("enough");
        await GoneAsync(children, expected: 1);
    }

    [Fact]
    public async Task A_child_that_holds_the_streams_does_not_hold_the_caller()
    {
        var children = Path.Combine(folder.Path, "children");

        var result = await runner.RunAsync(Shell($"setsid sleep 600 & echo $! > {children}; echo done"));

        result.Output.ShouldBe("done");
        foreach (var pid in await File.ReadAllLinesAsync(children))
        {
            using var child = Process.GetProcessById(int.Parse(pid));
            child.Kill();
        }
    }

    public void Dispose() => folder.Dispose();

    private static Command Shell(string script) => Command.Of("/bin/sh", "-c", script);

    /// <summary>Killed children stay in the table of processes until somebody collects them: what counts is that they do not run.</summary>
    private static async Task GoneAsync(string file, int expected)
    {
        var pids = await File.ReadAllLinesAsync(file);
        pids.Length.ShouldBe(expected);
        await new Poll(TimeProvider.System).UntilAsync(
            "The end of all children",
            _ => Task.FromResult(pids.FirstOrDefault(IsRunning) is { } left ? ProbeResult.NotYet($"{left} runs") : ProbeResult.Ready("none runs")),
            TimeSpan.FromSeconds(20),
            TimeSpan.FromMilliseconds(20));
    }

    private static bool IsRunning(string pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
