using System.Linq.Expressions;

namespace QualityGovernance.Platform.Data;

/// <summary>The filter that keeps deleted records out of every query.</summary>
internal static class DeletedRecords
{
    public static LambdaExpression LeftOut(Type entity)
    {
        var record = Expression.Parameter(entity, "record");
        var deletedAt = Expression.Property(record, nameof(Entity.DeletedAt));
        return Expression.Lambda(Expression.Equal(deletedAt, Expression.Constant(null, typeof(DateTimeOffset?))), record);
    }
}
