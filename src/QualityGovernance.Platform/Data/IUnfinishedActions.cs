using Microsoft.AspNetCore.Http.HttpResults;

namespace QualityGovernance.Platform.Data;

/// <summary>
/// What is still to be done about a record of any feature. Provided by the feature that keeps actions, asked by those whose records
/// are acted upon, before they close or delete one; neither knows the other's types.
/// </summary>
public interface IUnfinishedActions
{
    /// <summary>
    /// Null when nothing is; else the answer that names each action and what it waits for. Asked after the record was read and before it is saved, so
    /// that no action slips in: one that is planned in between gives the record a new version (<see cref="RecordLocks"/>), and saving it fails.
    /// </summary>
    /// <param name="table">Of the record.</param>
    /// <param name="id">Of the record.</param>
    /// <param name="cancellation">Of the request.</param>
    Task<ProblemHttpResult?> RefusalAsync(string table, int id, CancellationToken cancellation);
}
