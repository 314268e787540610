using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using QualityGovernance.Web.Features.Incidents;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>
/// The framework reads an enum of a query by the names of C#, and any number: what the document says would be refused, and -1 would be a value. Dates it reads in any
/// form, and of any year.
/// </summary>
public sealed class QueryMemberTests
{
    [Fact]
    public void No_enum_is_bound_to_a_query() => Enums(typeof(Incident).Assembly.GetTypes()).ShouldBeEmpty("make it a text with [OneOf<...>], and read it with EnumNames.Read");

    [Fact]
    public void An_enum_that_is_bound_is_found()
    {
        Enums([typeof(Bound)]).ShouldBe(["Bound.status"]);
        Enums([typeof(BoundByAHandler)]).ShouldBe(["ListAsync.Severity"]);
    }

    [Fact]
    public void No_date_is_bound_to_a_query() => Dates(typeof(Incident).Assembly.GetTypes()).ShouldBeEmpty("make it a text with [Moment], and read it with Moments.Read");

    [Fact]
    public void A_date_that_is_bound_is_found()
    {
        Dates([typeof(Bound)]).ShouldBe(["Bound.from", "Bound.to", "Bound.on", "Bound.at"]);
        Dates([typeof(BoundByAHandler)]).ShouldBe(["ListAsync.Since"]);
    }

    private static IEnumerable<string> Enums(IEnumerable<Type> types) => Members(types, type => type.IsEnum);

    private static IEnumerable<string> Dates(IEnumerable<Type> types) =>
        Members(types, type => type == typeof(DateTimeOffset) || type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(TimeOnly));

    private static IEnumerable<string> Members(IEnumerable<Type> types, Func<Type, bool> isMeant) =>
        from type in types
        from method in type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        from parameter in method.GetParameters()
        let query = parameter.GetCustomAttribute<FromQueryAttribute>()
        where query is not null && isMeant(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
        select $"{(method.IsConstructor ? type.Name : method.Name)}.{query.Name ?? parameter.Name}";

    private sealed record Bound(
        [FromQuery(Name = "status")] IncidentStatus? Status,
        [FromQuery(Name = "from")] DateTimeOffset? From,
        [FromQuery(Name = "to")] DateTime To,
        [FromQuery(Name = "on")] DateOnly? On,
        [FromQuery(Name = "at")] TimeOnly At);

    private static class BoundByAHandler
    {
        public static void ListAsync([FromQuery] IncidentSeverity Severity, [FromQuery] DateTimeOffset? Since) => (Severity, Since).ShouldBe((Severity, Since));
    }
}
