using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>A pack for programs. docs/evidence.md documents every property; a change that breaks a reader gets another <see cref="Schema"/>.</summary>
public static class PackJson
{
    public const string Schema = "qgp.acceptance-pack/1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Render(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return JsonSerializer.Serialize(
            new
            {
                Title = pack.FirstLine,
                Schema,
                Run = pack.Record.Run.Id.Value,
                pack.Procedure,
                Verdict = pack.Verdict.Word,
                pack.Verdict.ExitCode,
                pack.Verdict.Reasons,
                pack.Started,
                pack.Ended,
                Receipts = pack.Record.Receipts.Count,
                pack.ChainHash,
                EarlierRuns = pack.EarlierRuns.Select((run, i) => new { Run = run.Value, pack.EarlierDurations[i].TotalSeconds }),
                Summary = Facts(pack.Summary),
                Environment = Facts(pack.Environment),
                Steps = pack.Steps.Select(Step),
                Image = new { Facts = Facts(pack.Image.Facts), Size = Fact(pack.Image.Size), Layers = Fact(pack.Image.Layers) },
                Configuration = Fact(pack.Configuration),
                HealthAnswers = Facts(pack.HealthAnswers),
                SchemaRevision = Facts(pack.Schema),
                Sections = pack.Sections.Select(section => new { section.Title, Outcome = section.Outcome.Word(), Reason = section.Reason.Length > 0 ? section.Reason : null, Next = section.Next.Length > 0 ? section.Next : null, Run = section.Attached?.Value, Receipt = section.Receipt?.Sequence, section.Receipt?.Observations }),
                Checksums = Fact(pack.Checksums),
            },
            Options) + "\n";
    }

    private static object Step(PackStep step) => new
    {
        Receipt = step.Receipt.Sequence,
        step.Receipt.Name,
        step.Receipt.Index,
        Outcome = step.Receipt.Outcome?.Word(),
        step.Receipt.Reason,
        step.Receipt.Started,
        step.Receipt.Ended,
        Seconds = step.Receipt.Duration.TotalSeconds,
        EarlierSeconds = step.Earlier.Select(duration => duration.TotalSeconds),
        step.Receipt.Log,
        step.Receipt.Hash,
    };

    private static IEnumerable<object> Facts(IEnumerable<NamedFact> facts) => facts.Select(fact => new
    {
        fact.Name,
        Value = fact.Fact.Match<string?>(text => text, (_, _) => null),
        Receipt = fact.Fact.Receipt?.Sequence,
        Missing = fact.Fact.Missing?.Word(),
        Reason = fact.Fact.Missing is null ? null : fact.Fact.Reason,
    });

    private static object Fact<T>(Fact<T> fact)
        where T : class => new
        {
            Value = fact.Match<T?>(value => value, (_, _) => null),
            Receipt = fact.Receipt?.Sequence,
            Missing = fact.Missing?.Word(),
            Reason = fact.Missing is null ? null : fact.Reason,
        };
}
