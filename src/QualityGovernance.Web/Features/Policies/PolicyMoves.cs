namespace QualityGovernance.Web.Features.Policies;

/// <summary>Changes of the status of a version, wherever they are asked for.</summary>
internal static class PolicyMoves
{
    /// <summary>Null when the version can be moved there by this user. An operation that moves to one status alone states its permission itself.</summary>
    public static ProblemHttpResult? Refusal(PolicyVersion version, DocumentStatus to, CurrentUser user)
    {
        if (Policy.Life.RefusalToMove(version.Status, to) is { } jump) return jump;
        return to switch
        {
            DocumentStatus.Approved when version.AuthorIds.Contains(user.Id) => ApiProblem.Forbidden(
                $"Nobody approves what they have written, changed or submitted themselves. Ask somebody who is not one of the authors of version {version.Number}."),
            DocumentStatus.Published when version.ApprovedSha256 is null => ApiProblem.Conflict(
                $"It is not known which text of version {version.Number} was approved. Make it {EnumNames.Of(DocumentStatus.UnderReview)} again and have it approved."),
            DocumentStatus.Published when version.ApprovedSha256 != version.Sha256() => ApiProblem.Conflict(
                $"The text of version {version.Number} is not the one that was approved. Make it {EnumNames.Of(DocumentStatus.UnderReview)} again and have it approved.",
                new Dictionary<string, object?> { ["approved_sha256"] = version.ApprovedSha256, ["sha256"] = version.Sha256() }),
            _ => null,
        };
    }

    /// <summary>Moves the version, ends those that it takes the place of, and lets the policy show what is in force now.</summary>
    public static void Move(this Policy policy, PolicyVersion version, DocumentStatus to, CurrentUser user, DateTimeOffset now, string? comment = null)
    {
        if (to == DocumentStatus.UnderReview) version.WrittenBy(user.Id);
        foreach (var other in policy.Versions.Where(other => other != version))
        {
            if (to == DocumentStatus.Published && other.Status == DocumentStatus.Published) other.MoveTo(DocumentStatus.Superseded, user.Id, now, null);
            // A retired policy has ended, and what was to follow with it.
            if (to == DocumentStatus.Retired && other.Status is not (DocumentStatus.Superseded or DocumentStatus.Retired)) other.MoveTo(DocumentStatus.Retired, user.Id, now, null);
        }

        version.MoveTo(to, user.Id, now, comment);
        policy.Show();
    }

    /// <summary>Null when the user has the permission that the move needs beside the one to update.</summary>
    public static ProblemHttpResult? Forbidden(DocumentStatus to, CurrentUser user)
    {
        var needed = to switch
        {
            DocumentStatus.Approved => PolicyPermissions.Approve,
            DocumentStatus.Published or DocumentStatus.Retired => PolicyPermissions.Publish,
            _ => PolicyPermissions.Update,
        };
        return user.May(needed) ? null : ApiProblem.Forbidden($"Making a version {EnumNames.Of(to)} needs the permission {needed}.");
    }
}
