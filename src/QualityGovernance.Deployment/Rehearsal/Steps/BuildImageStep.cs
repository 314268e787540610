using System.Text.Json;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>Builds the one image, tells what it is made of, and holds its size against the budget.</summary>
/// <param name="stack">Builds it.</param>
/// <param name="findings">Get what was built.</param>
/// <param name="budget">How large it may be, in millions of bytes; null where nobody stated it.</param>
internal sealed class BuildImageStep(IRehearsalStack stack, RehearsalFindings findings, int? budget) : IStep
{
    private const long Million = 1_000_000;

    public string Name => nameof(RehearsalStep.BuildImage);

    public TimeSpan Deadline => TimeSpan.FromMinutes(15);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var built = await stack.BuildAsync(context, cancellation);
        context.Observe("build-id", built.BuildId);
        context.Observe("version", built.Version);
        if (built.ImageId is { } image)
            TellImage(image, built, context);
        findings.Built = built;
    }
    private void TellImage(string id, BuiltProduct built, StepContext context)
    {
        context.Input(FactNames.ImageId, id);
        context.Input(FactNames.ImageBudget, budget is { } limit ? $"{limit} MB" : "none was stated");
        context.Observe(FactNames.ImageBytes, built.SizeBytes);
        if (built.Layers.Count > 0)
            context.Observe(FactNames.ImageLayers, JsonSerializer.Serialize(built.Layers, JsonSerializerOptions.Web));
        if (budget is not { } most || built.SizeBytes <= most * Million)
            return;
        throw new StepFailedException(
            $"The image has {built.SizeBytes / (double)Million:0.0} MB, and its budget is {most} MB.",
            [.. built.Layers.OrderByDescending(layer => layer.Bytes).Take(5).Select(layer => $"{layer.Bytes / (double)Million,8:0.0} MB  {layer.CreatedBy}")],
            "Make the largest layer smaller, or raise ImageBudget in .nuke/parameters.json with a reason in the commit");
    }
}
