using QualityGovernance.Platform.Http;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Platform.Tests.Http;

public sealed class GivenMembersTests
{
    [Fact]
    public void Nothing_given_is_nothing() => new Request(default, default, 3).GivesMoreThan().ShouldBeFalse();

    [Fact]
    public void Null_that_is_given_counts() => new Request(new Optional<string?>(null), default, 3).GivesMoreThan("Other").ShouldBeTrue();

    [Fact]
    public void What_is_named_does_not_count() => new Request("x", default, 3).GivesMoreThan("Text").ShouldBeFalse();

    /// <summary>What is published is frozen in each of its members, those included that nobody has thought of yet.</summary>
    [Fact]
    public void Every_member_of_a_template_but_two_is_content()
    {
        var constructor = typeof(AuditTemplateUpdate).GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var members = constructor.GetParameters();
        foreach (var given in members)
        {
            var values = members.Select(member => member == given ? Activator.CreateInstance(member.ParameterType, [null]) : Activator.CreateInstance(member.ParameterType)).ToArray();
            constructor.Invoke(values).GivesMoreThan("IsActive", "IsPublished").ShouldBe(given.Name is not ("IsActive" or "IsPublished"), given.Name);
        }
    }

    private sealed record Request(Optional<string?> Text, Optional<int?> Other, int Unrelated);
}
