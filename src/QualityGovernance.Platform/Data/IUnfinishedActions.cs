using Microsoft.AspNetCore.Http.HttpResults;

namespace QualityGovernance.Platform.Data;

/// <summary>
/// What is still to be done about a record of any feature. Provided by the feature that keeps actions, asked by those whose records
/// are acted upon, before they close or delete one; neither knows the other's types.
/// </summary>
public interface IUnfinishedActions
{
    /// <summary>
    /// Null when nothing is; else the answer that names each action and what it waits for. Asked after the record was read, or with it, and before it is saved, so
    /// that no action slips in: one that is planned in between gives the record a new version (<see cref="RecordLocks"/>), and saving it fails.
    /// </summary>
    /// <param name="trip">After which the answer is known.</param>
    /// <param name="table">Of the record.</param>
    /// <param name="id">Of the record.</param>
    Func<ProblemHttpResult?> AskRefusal(RoundTrip trip, string table, int id);

    /// <summary>The same on a trip of its own.</summary>
    Task<ProblemHttpResult?> RefusalAsync(string table, int id, CancellationToken cancellation);

    /// <summary>How many there are, known after the trip.</summary>
    Func<int> AskCount(RoundTrip trip, string table, int id);
}
