using System.Linq.Expressions;
using System.Text.Json;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>The order of a list, read out of its query, so that it is declared once.</summary>
internal sealed class Ordering<TRecord>
{
    private readonly IReadOnlyList<SortKey> _keys;

    private Ordering(IOrderedQueryable<TRecord> query, IReadOnlyList<SortKey> keys) => (Query, _keys) = (query, keys);

    /// <summary>Ordered, with the id as the last key.</summary>
    public IOrderedQueryable<TRecord> Query { get; }

    public string Name => string.Join(", ", _keys.Select(key => key.Name));

    public static Ordering<TRecord> Of(IOrderedQueryable<TRecord> query)
    {
        var keys = new List<SortKey>();
        for (var expression = query.Expression; expression is MethodCallExpression { Method: var method } call && method.DeclaringType == typeof(Queryable); expression = call.Arguments[0])
        {
            var isFirst = method.Name is nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending);
            if (!isFirst && method.Name is not (nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending))) break;
            keys.Insert(0, new((LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand, method.Name.EndsWith("Descending", StringComparison.Ordinal)));
            if (isFirst) return keys[^1].IsOf(nameof(IEntity.Id)) ? new(query, keys) : WithId(query);
        }

        throw new InvalidOperationException($"The list of {typeof(TRecord).Name} has no order. End its query with OrderBy.");
    }

    /// <summary>What stands behind a place.</summary>
    /// <param name="keys">Of the last entry before it.</param>
    /// <param name="nullsAreLargest">As the database has it.</param>
    public Expression<Func<TRecord, bool>> Behind(IReadOnlyList<JsonElement> keys, bool nullsAreLargest)
    {
        var record = Expression.Parameter(typeof(TRecord), "record");
        Expression? behind = null;
        for (var index = _keys.Count - 1; index >= 0; index--)
        {
            var here = _keys[index].Behind(record, keys[index], NullsLast(index, nullsAreLargest));
            behind = behind is null ? here : Expression.OrElse(here, Expression.AndAlso(_keys[index].Equal(record, keys[index]), behind));
        }

        // Follows from the rest; said because no database sees it, and would read the index from its beginning.
        return Expression.Lambda<Func<TRecord, bool>>(Expression.AndAlso(_keys[0].From(record, keys[0], NullsLast(0, nullsAreLargest)), behind!), record);
    }

    /// <summary>Reads, with each item, what it is ordered by.</summary>
    public Expression<Func<TRecord, Keyed<TItem>>> WithKeys<TItem>(Expression<Func<TRecord, TItem>> projection)
    {
        var record = projection.Parameters[0];
        var keys = Expression.NewArrayInit(typeof(object), _keys.Select(key => Expression.Convert(key.Of(record), typeof(object))));
        var constructor = typeof(Keyed<TItem>).GetConstructors().Single();
        return Expression.Lambda<Func<TRecord, Keyed<TItem>>>(Expression.New(constructor, projection.Body, keys), record);
    }

    public static IReadOnlyList<JsonElement> Written(object?[] keys) =>
        [.. keys.Select(key => key is null ? JsonElement.Parse("null") : JsonSerializer.SerializeToElement(key, key.GetType(), CursorJson.Options))];

    private static Ordering<TRecord> WithId(IOrderedQueryable<TRecord> query)
    {
        var record = Expression.Parameter(typeof(TRecord), "record");
        if (typeof(TRecord).GetProperty(nameof(IEntity.Id)) is not { } property)
            throw new InvalidOperationException($"The list of {typeof(TRecord).Name} can't be read place by place: it has no Id to tell records with equal keys apart.");
        var id = Expression.Lambda(Expression.Property(record, property), record);
        var call = Expression.Call(typeof(Queryable), nameof(Queryable.ThenBy), [typeof(TRecord), property.PropertyType], query.Expression, Expression.Quote(id));
        return Of((IOrderedQueryable<TRecord>)query.Provider.CreateQuery<TRecord>(call));
    }

    private bool NullsLast(int index, bool nullsAreLargest) => nullsAreLargest != _keys[index].IsDescending;
}
