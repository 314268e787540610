using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Policies;

/// <param name="Id">Of the policy.</param>
/// <param name="ReferenceNumber">Such as POL-2026-0001.</param>
/// <param name="Title">Of the version shown: the one in force, or the latest while none is.</param>
/// <param name="Description">Of the version shown.</param>
/// <param name="DocumentType">What kind of document it is.</param>
/// <param name="Status">Of the version shown.</param>
/// <param name="CreatedById">Who created the policy.</param>
/// <param name="UpdatedById">Who changed it last.</param>
/// <param name="CreatedAt">In UTC.</param>
/// <param name="UpdatedAt">In UTC.</param>
/// <param name="Version">The number of the version shown.</param>
/// <param name="LatestVersion">A greater number is of a version that is not in force yet.</param>
/// <param name="Visibility">Restricted: nobody but its author, the users and roles named and superusers finds it.</param>
/// <param name="AllowedUserIds">Of use while it is restricted.</param>
/// <param name="AllowedRoleIds">Of use while it is restricted.</param>
/// <param name="ReviewDate">The last day on which it needs no review.</param>
public sealed record PolicyResponse(
    int Id,
    string ReferenceNumber,
    string Title,
    string? Description,
    DocumentType DocumentType,
    DocumentStatus Status,
    int? CreatedById,
    int? UpdatedById,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    int LatestVersion,
    PolicyVisibility Visibility,
    IReadOnlyList<int> AllowedUserIds,
    IReadOnlyList<int> AllowedRoleIds,
    DateOnly? ReviewDate) : IProjection<Policy, PolicyResponse>
{
    public static Expression<Func<Policy, PolicyResponse>> Projection => policy => new PolicyResponse(
        policy.Id,
        policy.ReferenceNumber,
        policy.Title,
        policy.Description,
        policy.DocumentType,
        policy.Status,
        policy.CreatedById,
        policy.UpdatedById,
        policy.CreatedAt,
        policy.UpdatedAt,
        policy.Version ?? 1,
        policy.LatestVersion == null ? 1 : policy.Versions.Max(version => (int?)version.Number) ?? 1, // its last number may be that of a draft that was discarded
        policy.Visibility ?? PolicyVisibility.Everyone,
        policy.AllowedUserIds ?? new List<int>(),
        policy.AllowedRoleIds ?? new List<int>(),
        policy.ReviewDate);
}
