using System.Linq.Expressions;

namespace QualityGovernance.Platform.Data;

/// <summary>An answer that shows records of one kind. What it shows is said once, as an expression: queries read only that, and <c>Of</c> makes the same of a record at hand.</summary>
/// <typeparam name="TRecord">What is shown.</typeparam>
/// <typeparam name="TSelf">The answer.</typeparam>
public interface IProjection<TRecord, TSelf>
    where TSelf : IProjection<TRecord, TSelf>
{
    static abstract Expression<Func<TRecord, TSelf>> Projection { get; }
}
