namespace QualityGovernance.Web.Features.Policies;

/// <summary>
/// A controlled document. Its row shows the version in force, or the latest one while none is: title, description and status are that version's.
/// </summary>
public sealed class Policy : Entity, IReferenced, IAuthored
{
    public const int LongestTitle = 300;
    public const int LongestDescription = 50_000;
    public const int LongestContent = 200_000;

    /// <summary>Of a version. Superseded is none that can be asked for: publishing the next version makes it so.</summary>
    public static Transitions<DocumentStatus> Life { get; } = new(DocumentStatus.Draft, new Dictionary<DocumentStatus, DocumentStatus[]>
    {
        [DocumentStatus.Draft] = [DocumentStatus.UnderReview],
        [DocumentStatus.UnderReview] = [DocumentStatus.Draft, DocumentStatus.Approved],
        [DocumentStatus.Approved] = [DocumentStatus.Draft, DocumentStatus.UnderReview, DocumentStatus.Published],
        [DocumentStatus.Published] = [DocumentStatus.Retired],
    });

    public string ReferenceNumber { get; init; } = "";

    string IReferenced.ReferencePrefix => "POL";

    public required string Title { get; set; }

    public string? Description { get; set; }

    public DocumentType DocumentType { get; set; }

    public DocumentStatus Status { get; set; }

    /// <summary>The number of the version shown; null for the first. What is null here is not lost on the way back to a release that does not know it.</summary>
    public int? Version { get; private set; }

    /// <summary>The number of the last version kept apart, also where that was discarded; null while the first one is this row alone, as one is that an earlier release wrote.</summary>
    public int? LatestVersion { get; private set; }

    public int Shown => Version ?? 1;

    /// <summary>The text of the first version until that is kept apart.</summary>
    public string? InitialContent { get; set; }

    /// <summary>Null for everyone.</summary>
    public PolicyVisibility? Visibility { get; private set; }

    /// <summary>Who may open it while it is restricted, beside its author; null for none.</summary>
    public List<int>? AllowedUserIds { get; set; }

    /// <summary>The roles whose holders may open it while it is restricted; null for none.</summary>
    public List<int>? AllowedRoleIds { get; set; }

    /// <summary>The last day on which the version in force needs no review.</summary>
    public DateOnly? ReviewDate { get; set; }

    public int? CreatedById { get; private set; }

    public int? UpdatedById { get; private set; }

    /// <summary>Those that were read, not all there are.</summary>
    public List<PolicyVersion> Versions { get; } = [];

    public void ShowTo(PolicyVisibility visibility) => Visibility = visibility == PolicyVisibility.Restricted ? visibility : null;

    /// <summary>Nobody but the user has had a hand in the first version, so that its row says all about its authors.</summary>
    public bool IsFirstDraftOf(int userId) => LatestVersion is null && Status == DocumentStatus.Draft && CreatedById == userId && UpdatedById == userId;

    /// <summary>Keeps the first version apart from now on.</summary>
    public void KeepFirst()
    {
        if (LatestVersion is not null) return;
        Versions.Add(PolicyVersion.FirstOf(this));
        (LatestVersion, Version, InitialContent) = (1, 1, null);
    }

    /// <summary>The next version, as a draft. The caller has made sure that no other one is open.</summary>
    public PolicyVersion Begin(string title, string? description, string? content, int authorId, DateTimeOffset now)
    {
        var version = new PolicyVersion { Number = (LatestVersion ?? 0) + 1, Title = title, Description = description, Content = content, CreatedAt = now };
        version.WrittenBy(authorId);
        Versions.Add(version);
        LatestVersion = version.Number;
        Show();
        return version;
    }

    /// <summary>Removes a draft beside others. Its number stays the latest, so that the next version gets another one.</summary>
    public void Discard(PolicyVersion version)
    {
        Versions.Remove(version);
        Show();
    }

    /// <summary>Makes the row say what its version in force says, or the one that was when the policy was retired, or the latest one.</summary>
    public void Show()
    {
        var shown = Versions.SingleOrDefault(version => version.Status == DocumentStatus.Published)
            ?? Versions.Where(version => version.Status == DocumentStatus.Retired && version.PublishedAt is not null).MaxBy(version => version.Number)
            // Nobody kept when the first one of an earlier release was published; the later ones were drafts that ended with it.
            ?? Versions.Where(version => version.Status == DocumentStatus.Retired).MinBy(version => version.Number)
            ?? Versions.MaxBy(version => version.Number);
        if (shown is null) return;
        (Version, Title, Description, Status) = (shown.Number, shown.Title, shown.Description, shown.Status);
    }
}
