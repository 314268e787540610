using System.Security.Cryptography;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Infrastructure.Steps;

/// <summary>The parameters fit the blueprint: every one is given, and each is of its type. What the operator's variables hold is invented for the moment of the check.</summary>
internal sealed class CompileParametersStep(BicepCompiler compiler, InfrastructureFiles files) : CompilerStep(compiler)
{
    public override string Name => "CompileParameters";

    protected override async Task<IReadOnlyList<string>> ComplaintsAsync(StepContext context, BicepCompiler compiler, CancellationToken cancellation)
    {
        var environment = DescriptionReader.Read(files.Root, InfrastructureFiles.Environment);
        var variables = InfrastructureParameters.Variables(environment)
            .ToDictionary(one => one.Variable, string? (_) => Convert.ToHexString(RandomNumberGenerator.GetBytes(24)));
        var folder = Directory.CreateTempSubdirectory("qgp-bicep-");
        try
        {
            context.Observe("variables", string.Join(' ', variables.Keys));
            return await compiler.RunAsync(variables, cancellation, "build-params", files.Parameters, "--outfile", Path.Combine(folder.FullName, "parameters.json"), "--no-restore");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
