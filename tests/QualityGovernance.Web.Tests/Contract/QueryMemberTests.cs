using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using QualityGovernance.Web.Features.Incidents;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>The framework reads an enum of a query by the names of C#, and any number: what the document says would be refused, and -1 would be a value.</summary>
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

    private static IEnumerable<string> Enums(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        from parameter in method.GetParameters()
        let query = parameter.GetCustomAttribute<FromQueryAttribute>()
        where query is not null && (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).IsEnum
        select $"{(method.IsConstructor ? type.Name : method.Name)}.{query.Name ?? parameter.Name}";

    private sealed record Bound([FromQuery(Name = "status")] IncidentStatus? Status);

    private static class BoundByAHandler
    {
        public static void ListAsync([FromQuery] IncidentSeverity Severity) => Severity.ShouldBe(Severity);
    }
}
