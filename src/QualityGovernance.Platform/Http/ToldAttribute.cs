using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>A rule that hangs on the day, on a setting, on another member or on what is stored. It is checked where that is at hand, and only told here.</summary>
/// <param name="rule">A sentence, which stands beside the check.</param>
public sealed class ToldAttribute(string rule) : MemberRuleAttribute
{
    public string Rule => rule;

    internal override void Check(FieldErrors errors, string field, object value)
    {
        // See above: the value alone does not tell.
    }

    internal override void Describe(OpenApiSchema schema) => schema.Description = rule;
}
