using Microsoft.AspNetCore.Http.HttpResults;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Platform.Data;

/// <summary>Reference numbers that a request brings along, in place of the next one.</summary>
public static class ChosenNumbers
{
    /// <summary>Null when none is chosen, or when the caller may.</summary>
    public static ProblemHttpResult? RefusalToChoose(this CurrentUser user, string? referenceNumber, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(user);
        return referenceNumber is null || user.May(permission)
            ? null
            : ApiProblem.Forbidden($"Choosing a reference number needs the permission {permission}. Leave it out to be given the next one.");
    }
}
