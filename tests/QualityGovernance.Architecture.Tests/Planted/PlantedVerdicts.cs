using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Architecture.Tests.Planted;

/// <summary>Every way to write a verdict that nobody observed, so that a test can see the rule find each.</summary>
public static class PlantedVerdicts
{
    public const string Constant = "Rehearsal PASSED";

    public static string Plain() => "passed";

    public static string Verbatim() => @"C:\logs PASS";

    public static string Raw() => """
        Rehearsal
        PASSED
        """;

    public static string Interpolated(int steps) => $"{steps} of 8 GREEN";

    public static string PutTogether() => "PA" + "SSED";

    public static string Escaped() => "P\u0041SS";

    public static string NameOfMember() => nameof(Outcome.Passed);

    public static string OwnText() => Outcome.Passed.ToString();

    public static string InterpolatedOutcome(Outcome outcome) => $"The rehearsal: {outcome}";

    public static string Boxed(Judgement judgement) => string.Concat("The rehearsal: ", (object)judgement);

    public static string NameOfEnumeration(Outcome outcome) => Enum.GetName(outcome) ?? "";

    public static string WordOfNothing() => Outcome.Passed.Word();
}
