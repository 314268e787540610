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

        Problems(answers).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_that_was_given_twice_and_an_answer_that_is_no_record_are_found()
    {
        var (path, body) = await Records.Referenced[typeof(Policy)](new Records(service));
        var (made, refused) = (await service.Admin.Post(path, body), await service.Admin.Post(path, new { }));

        Problems([made, made]).ShouldHaveSingleItem().ShouldContain(made["reference_number"]!);
        Problems([made, refused]).ShouldHaveSingleItem().ShouldContain("422");
    }

    private static IReadOnlyList<string> Problems(IReadOnlyList<Answer> answers)
    {
        var made = answers.Where(answer => answer.Status == HttpStatusCode.Created).ToList();
        return
        [
            .. answers.Except(made).Select(answer => $"{(int)answer.Status} {answer.Text}"),
            .. made.GroupBy(answer => answer["reference_number"]).Where(numbers => numbers.Count() > 1).Select(numbers => $"{numbers.Key} was given {numbers.Count()} times"),
        ];
    }
}
