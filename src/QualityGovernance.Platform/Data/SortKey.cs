using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Query;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>One of the things that a list is ordered by, and what comes after a value of it.</summary>
/// <param name="Selector">Reads it from a record.</param>
/// <param name="IsDescending">The largest first.</param>
internal sealed record SortKey(LambdaExpression Selector, bool IsDescending)
{
    private static readonly MethodInfo CompareTexts = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <summary>Tells orders apart: a place in one is none in another.</summary>
    public string Name => $"{Selector.Body} {Selector.ReturnType.Name}{(IsDescending ? " desc" : "")}";

    public bool IsOf(string property) => Selector.Body is MemberExpression member && member.Member.Name == property;

    public Expression Of(Expression record) => ReplacingExpressionVisitor.Replace(Selector.Parameters[0], record, Selector.Body);

    /// <summary>The records that stand behind the value in the order.</summary>
    /// <param name="record">A record of the list.</param>
    /// <param name="value">As it was written into the cursor.</param>
    /// <param name="nullsLast">Of this key, in this order.</param>
    public Expression Behind(Expression record, JsonElement value, bool nullsLast)
    {
        var key = Of(record);
        if (value.ValueKind == JsonValueKind.Null) return nullsLast ? Expression.Constant(false) : IsNull(key, not: true);
        return OrNull(Compare(key, value, orEqual: false), key, nullsLast);
    }

    /// <summary>Nothing in the order up to the value: what an index can begin at.</summary>
    public Expression From(Expression record, JsonElement value, bool nullsLast)
    {
        var key = Of(record);
        if (value.ValueKind == JsonValueKind.Null) return nullsLast ? IsNull(key) : Expression.Constant(true);
        return OrNull(Compare(key, value, orEqual: true), key, nullsLast);
    }

    public Expression Equal(Expression record, JsonElement value)
    {
        var key = Of(record);
        return value.ValueKind == JsonValueKind.Null ? IsNull(key) : Expression.Equal(key, Parameter(value, key.Type));
    }

    private static Expression OrNull(Expression condition, Expression key, bool nullsLast) =>
        nullsLast && CanBeNull(key.Type) ? Expression.OrElse(condition, IsNull(key)) : condition;

    private BinaryExpression Compare(Expression key, JsonElement value, bool orEqual)
    {
        var kind = IsDescending
            ? (orEqual ? ExpressionType.LessThanOrEqual : ExpressionType.LessThan)
            : (orEqual ? ExpressionType.GreaterThanOrEqual : ExpressionType.GreaterThan);
        var type = Nullable.GetUnderlyingType(key.Type) ?? key.Type;
        if (type == typeof(bool))
            return Expression.MakeBinary(kind, AsNumber(key), AsNumber(Parameter(value, key.Type)));
        if (type != typeof(string) && !type.IsEnum)
            return Expression.MakeBinary(kind, key, Parameter(value, key.Type));

        // Texts have no operators; enums are stored as the text that stands in the cursor.
        var text = type.IsEnum ? Expression.Convert(Expression.Convert(key, typeof(object)), typeof(string)) : key;
        return Expression.MakeBinary(kind, Expression.Call(CompareTexts, text, Parameter(value, typeof(string))), Expression.Constant(0));
    }

    private static ConditionalExpression AsNumber(Expression flag) =>
        Expression.Condition(Expression.Equal(flag, Expression.Constant(true, flag.Type)), Expression.Constant(1), Expression.Constant(0));

    private static BinaryExpression IsNull(Expression key, bool not = false)
    {
        var nullable = CanBeNull(key.Type) ? key : Expression.Convert(key, typeof(Nullable<>).MakeGenericType(key.Type));
        return Expression.MakeBinary(not ? ExpressionType.NotEqual : ExpressionType.Equal, nullable, Expression.Constant(null, nullable.Type));
    }

    private static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>As a variable and not as a constant, so that the statement is the same for every place.</summary>
    private static MemberExpression Parameter(JsonElement value, Type type)
    {
        var holder = Activator.CreateInstance(typeof(Held<>).MakeGenericType(type), value.Deserialize(type, CursorJson.Options))!;
        return Expression.Field(Expression.Constant(holder), nameof(Held<int>.Value));
    }

    private sealed class Held<T>(T value)
    {
        public readonly T Value = value;
    }
}
