using System.Linq.Expressions;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Writes a condition the way it stands in the source, near enough for a sentence.</summary>
internal static class ExpressionText
{
    public static string Of(Expression expression) => expression switch
    {
        BinaryExpression binary => $"{Operand(binary.Left, binary.Right)} {Operator(binary.NodeType)} {Operand(binary.Right, binary.Left)}",
        UnaryExpression { NodeType: ExpressionType.Not } not => $"!{Nested(not.Operand)}",
        UnaryExpression unary => Of(unary.Operand),
        ConstantExpression { Value: null } => "null",
        ConstantExpression { Value: string text } => text.DoubleQuote(),
        ConstantExpression { Value: bool flag } => flag ? "true" : "false",
        ConstantExpression constant => constant.Value.ToString(),
        MemberExpression { Expression: null or ConstantExpression } member => member.Member.GetDisplayShortName(),
        MemberExpression member => $"{Nested(member.Expression)}.{member.Member.Name}",
        MethodCallExpression call => Call(call),
        _ => expression.ToString(),
    };

    private static string Call(MethodCallExpression call)
    {
        var isExtension = call.Object == null && call.Arguments.Count > 0 && call.Method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), inherit: false);
        var instance = isExtension ? call.Arguments[0] : call.Object;
        var arguments = (isExtension ? call.Arguments.Skip(1) : call.Arguments).Select(Of).JoinCommaSpace();
        var prefix = instance is null or ConstantExpression ? string.Empty : Nested(instance) + ".";
        return $"{prefix}{call.Method.Name}({arguments})";
    }

    // An enum value is compared as a number; the other side knows the name.
    private static string Operand(Expression expression, Expression other)
    {
        var enumType = (other as UnaryExpression)?.Operand.Type;
        return expression is ConstantExpression { Value: { } value } && enumType is { IsEnum: true } && value is not Enum
            ? $"{enumType.Name}.{Enum.ToObject(enumType, value)}"
            : Nested(expression);
    }

    private static string Nested(Expression expression)
    {
        var text = Of(expression);
        return expression is BinaryExpression ? $"({text})" : text;
    }

    private static string Operator(ExpressionType type) => type switch
    {
        ExpressionType.AndAlso => "&&",
        ExpressionType.OrElse => "||",
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        _ => type.ToString(),
    };
}
