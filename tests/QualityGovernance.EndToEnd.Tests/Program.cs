using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.EndToEnd.Tests;

// A rehearsal in a process of its own, for tests that kill it: <checkout> <folder for runs> [without-engine]
if (args is not [var root, var runs, .. var rest])
    return 64;

var options = new RehearsalOptions(root) { RunsFolder = runs, Cached = true, WithoutEngine = rest is ["without-engine"] };
var result = await RehearsalSession.Create(options, new StandardOutputConsole()).RunAllAsync();
return result.ExitCode;
