using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// What a member of a request must hold to. It stands on the member and is the only place that says so: <see cref="FieldErrors.Members{T}"/> holds requests to it, and
/// the OpenAPI document shows it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class MemberRuleAttribute : Attribute
{
    /// <param name="errors">Take what is wrong.</param>
    /// <param name="field">Its name on the wire.</param>
    /// <param name="value">As it was given, and not null: that is for <see cref="RequiredAttribute"/> alone.</param>
    internal abstract void Check(FieldErrors errors, string field, object value);

    internal abstract void Describe(OpenApiSchema schema);
}
