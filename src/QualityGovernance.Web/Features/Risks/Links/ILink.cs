namespace QualityGovernance.Web.Features.Risks.Links;

/// <summary>
/// Points to a record of another feature by kind and id. There is no foreign key: the tables differ by kind. That the record is there is
/// checked when the link is made, and records are never removed from the database, only marked as deleted.
/// </summary>
public interface ILink
{
    LinkKind Kind { get; }

    int TargetId { get; }
}
