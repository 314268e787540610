namespace QualityGovernance.Platform.Data;

/// <summary>
/// A request that changes some members of a record and leaves the others as they are. Its members are <see cref="Http.Optional{T}"/>s; <see cref="PartialUpdates.ApplyTo"/>
/// copies those that are given to what is called the same in the record.
/// </summary>
/// <typeparam name="TRecord">What is changed.</typeparam>
public interface IPartialUpdate<TRecord>
    where TRecord : class;
