namespace QualityGovernance.Platform.Observability;

/// <summary>Asks the database which schema it has, and whether this release can serve on it.</summary>
public interface ISchemaProbe
{
    /// <summary>Answers with a state also when the database is away; may throw only when cancelled.</summary>
    Task<SchemaState> ProbeAsync(CancellationToken cancellationToken);
}
