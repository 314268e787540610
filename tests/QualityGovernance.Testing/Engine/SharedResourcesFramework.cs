using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace QualityGovernance.Testing.Engine;

/// <summary>The test framework of assemblies that use the server: ends it when the last test has run.</summary>
public sealed class SharedResourcesFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    public const string TypeName = "QualityGovernance.Testing.Engine.SharedResourcesFramework";
    public const string AssemblyName = "QualityGovernance.Testing";

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) => new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName name, ISourceInformationProvider sources, IMessageSink diagnostics) : XunitTestFrameworkExecutor(name, sources, diagnostics)
    {
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink execution, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, diagnostics, execution, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await PostgreSqlServer.StopAsync();
            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
