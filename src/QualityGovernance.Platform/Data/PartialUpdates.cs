using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Takes over what a partial update gives.</summary>
public static class PartialUpdates
{
    private static readonly MethodInfo Store = ((Func<DateTimeOffset, DateTimeOffset>)Clock.Stored).Method;

    /// <summary>
    /// Copies every member that is given to the member of the record with the same name; times as the database keeps them. The request was checked before, so that null
    /// comes only where the record takes it.
    /// </summary>
    /// <exception cref="InvalidOperationException">A member of the request can't be copied and is not <see cref="SetApartAttribute"/>: the message names it and what to do.</exception>
    public static void ApplyTo<TRequest, TRecord>(this TRequest request, TRecord record)
        where TRequest : IPartialUpdate<TRecord>
        where TRecord : class => Compiled<TRequest, TRecord>.Copy.Value(request, record);

    /// <summary>Every member that is copied, on its way from the request to the record.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="ApplyTo"/>.</exception>
    internal static IReadOnlyList<(PropertyInfo From, PropertyInfo To)> Pairs(Type request, Type record)
    {
        var parameters = request.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters();
        return
        [
            .. from parameter in parameters
               where !parameter.IsDefined(typeof(SetApartAttribute)) && typeof(IOptional).IsAssignableFrom(parameter.ParameterType)
               select (request.GetProperty(parameter.Name!)!, Target(parameter, request, record)),
        ];
    }

    private static PropertyInfo Target(ParameterInfo member, Type request, Type record)
    {
        var given = member.ParameterType.GetGenericArguments().Single();
        var target = record.GetProperty(member.Name!);
        if (target?.SetMethod is not { IsPublic: true } setter || setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            throw Refused("has no member of this name that can be set");
        if (target.PropertyType != given && target.PropertyType != Nullable.GetUnderlyingType(given))
            throw Refused($"has it as another type, {target.PropertyType.Name}");
        if (!TakesNull(target) && !MemberRules.Of(member).OfType<RequiredAttribute>().Any())
            throw Refused("can't be without it: mark it [Required] if null is no answer");
        return target;

        InvalidOperationException Refused(string why) =>
            new($"{request.Name}.{member.Name} can't be copied: {record.Name} {why}. A member that the handler sets itself is marked [SetApart].");
    }

    private static bool TakesNull(PropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static Expression Stored(Expression given, Type wanted)
    {
        if (wanted == typeof(DateTimeOffset)) return Expression.Call(Store, Expression.Convert(given, wanted));
        if (wanted != typeof(DateTimeOffset?)) return Expression.Convert(given, wanted);
        return Expression.Condition(
            Expression.Property(given, nameof(Nullable<>.HasValue)),
            Expression.Convert(Expression.Call(Store, Expression.Convert(given, typeof(DateTimeOffset))), wanted),
            given);
    }

    private static class Compiled<TRequest, TRecord>
    {
        public static readonly Lazy<Action<TRequest, TRecord>> Copy = new(Compile);

        private static Action<TRequest, TRecord> Compile()
        {
            var (request, record) = (Expression.Parameter(typeof(TRequest)), Expression.Parameter(typeof(TRecord)));
            var copies = Pairs(typeof(TRequest), typeof(TRecord)).Select(pair =>
            {
                var member = Expression.Property(request, pair.From);
                var value = Expression.Property(member, nameof(Optional<>.Value));
                return Expression.IfThen(
                    Expression.Property(member, nameof(Optional<>.HasValue)),
                    Expression.Assign(Expression.Property(record, pair.To), Stored(value, pair.To.PropertyType)));
            });
            return Expression.Lambda<Action<TRequest, TRecord>>(Expression.Block(typeof(void), copies), request, record).Compile();
        }
    }
}
