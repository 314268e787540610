using System.Net;
using QualityGovernance.Platform.Data;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Policies;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Data;

/// <summary>Every kind of record that gets reference numbers, found by its type: a new one needs its line in <see cref="Records.Referenced"/>.</summary>
[Trait("Needs", "Engine")]
public sealed class ReferencedKindsTests(ServiceUnderTest<OnPostgreSql> service) : IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    public static TheoryData<Type> Kinds => [.. typeof(Policy).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IReferenced))).OrderBy(type => type.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Fifty_records_made_at_once_have_fifty_numbers(Type kind)
    {
        Records.Referenced.ShouldContainKey(kind, $"Add how a {kind.Name} is made to {nameof(Records)}.{nameof(Records.Referenced)}.");
        var (path, body) = await Records.Referenced[kind](new Records(service));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.Admin.Post(path, body)));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => answer["reference_number"]).ShouldBeUnique();
    }
}
