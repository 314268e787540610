using QualityGovernance.Deployment.Drills.Faults.Planting;

namespace QualityGovernance.Deployment.Drills.Faults.Grounds;

/// <summary>What procedures are run on that may break. Nobody else's things are on it.</summary>
internal interface IFaultGround : IAsyncDisposable
{
    /// <summary>What an operator has in variables.</summary>
    IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Makes everything as it is before the procedure of the cell.</summary>
    Task ResetAsync(FaultCell cell, CancellationToken cancellation);

    /// <summary>The procedure of the cell, with nothing wrong yet.</summary>
    FaultOrder OrderOf(FaultCell cell);

    /// <summary>What answers, in words.</summary>
    Task<string> ServesAsync(CancellationToken cancellation);

    /// <summary>What may answer afterwards, beside what did before: a change that was seen and written down stands.</summary>
    IReadOnlyList<string> MayServe(FaultCell cell);

    /// <summary>The commands that bring back what was before; none where nothing was changed.</summary>
    Task<IReadOnlyList<FaultOrder>> RecoveriesAsync(FaultCell cell, CancellationToken cancellation);

    /// <summary>What a procedure has left, in words.</summary>
    /// <param name="owner">The mark of its process.</param>
    /// <param name="run">Its run.</param>
    /// <param name="cancellation">Stops the look.</param>
    Task<IReadOnlyList<string>> RemainsAsync(string owner, string? run, CancellationToken cancellation);
}
