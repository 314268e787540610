using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>What the engine asks of members: their type, their value, the member that an expression names.</summary>
public static class ReflectionUtility
{
    public const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    public const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    public const BindingFlags All = Static | Instance | BindingFlags.FlattenHierarchy;

    public static bool HasCustomAttribute<T>(this MemberInfo member)
        where T : Attribute => member.IsDefined(typeof(T), inherit: true);

    public static Type GetMemberType(this MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property => property.PropertyType,
        MethodInfo method => method.ReturnType,
        _ => throw new NotSupportedException($"Member '{member.Name}' is neither a field, a property nor a method."),
    };

    /// <summary>The type that one word stands for: the element of a collection, without <see cref="Nullable{T}"/>.</summary>
    public static Type GetScalarType(this Type type)
    {
        if (type.IsArray)
            return type.GetElementType().GetScalarType();
        if (type.IsCollectionLike())
            return type.GetGenericArguments()[0].GetScalarType();
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    public static bool IsCollectionLike(this Type type) =>
        type != typeof(string) && (type.IsArray || (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)));

    public static Type GetNullableType(this Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) == null ? typeof(Nullable<>).MakeGenericType(type) : type;

    public static object GetValue(this MemberInfo member, object obj = null) => member switch
    {
        FieldInfo field => field.GetValue(obj),
        PropertyInfo property => property.GetValue(obj),
        _ => throw new NotSupportedException($"Member '{member.Name}' is neither a field nor a property."),
    };

    public static T GetValue<T>(this MemberInfo member, object obj = null) => (T)member.GetValue(obj);

    /// <summary>Sets a field or a property; a get-only auto property is set through its backing field.</summary>
    public static void SetValue(this MemberInfo member, object instance, object value)
    {
        if (member is FieldInfo field)
        {
            field.SetValue(field.IsStatic ? null : instance, value);
            return;
        }
        var property = (PropertyInfo)member;
        if (property.SetMethod != null)
        {
            property.SetValue(instance, value);
            return;
        }
        var backingField = property.DeclaringType.GetField($"<{property.Name}>k__BackingField", Static | Instance)
            .NotNull($"Property '{property.DeclaringType.Name}.{property.Name}' can be neither set nor found a backing field for.");
        backingField.SetValue(instance, value);
    }

    public static MemberInfo GetMemberInfo<T>(Expression<Func<T>> expression) => ((LambdaExpression)expression).GetMemberInfo();

    public static MemberInfo GetMemberInfo(this LambdaExpression expression) => expression.GetMemberExpression().Member;

    /// <summary>The object whose member an expression such as <c>() => Member</c> names; null for a static member.</summary>
    public static object GetTarget(this LambdaExpression expression) => Evaluate(expression.GetMemberExpression().Expression);

    public static string GetDisplayShortName(this MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    public static string GetDisplayName(this MemberInfo member) => $"{member.DeclaringType?.Name}.{member.GetDisplayShortName()}";

    private static MemberExpression GetMemberExpression(this LambdaExpression expression)
    {
        var body = expression.Body;
        while (body is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert)
            body = convert.Operand;
        return body as MemberExpression ??
               throw new ArgumentException($"Expected '{expression}' to name a field or a property.", nameof(expression));
    }

    // Walks the tree instead of compiling it: compiling one lambda costs more than a whole start-up should.
    private static object Evaluate(Expression expression) => expression switch
    {
        null => null,
        ConstantExpression constant => constant.Value,
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Evaluate(convert.Operand),
        MemberExpression member => member.Member.GetValue(Evaluate(member.Expression)),
        _ => Expression.Lambda(expression).Compile(preferInterpretation: true).DynamicInvoke(),
    };
}
