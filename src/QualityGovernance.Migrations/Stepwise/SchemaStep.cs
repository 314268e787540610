using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace QualityGovernance.Migrations.Stepwise;

/// <summary>One part of a migration that is not one transaction, with its own way back.</summary>
/// <param name="What">In words that an operator reads at night, such as "the index ix_users_phone on users".</param>
/// <param name="Forward">Applies it.</param>
/// <param name="Back">Undoes it.</param>
/// <param name="OneTransaction">Applied as a whole or not at all, together with its entry in the journal; else it is repeated after an interruption.</param>
/// <param name="Index">The index that the step builds beside the requests, which an interruption leaves invalid; null for other steps.</param>
public sealed record SchemaStep(string What, IReadOnlyList<MigrationOperation> Forward, IReadOnlyList<MigrationOperation> Back, bool OneTransaction, string? Index);
