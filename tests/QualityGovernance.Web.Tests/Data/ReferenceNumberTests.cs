using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Policies;

namespace QualityGovernance.Web.Tests.Data;

public abstract class ReferenceNumberTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/policies";

    [Fact]
    public async Task Fifty_policies_made_at_once_have_fifty_numbers()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(index => service.Admin.Post(Path, new { title = $"Policy {index}" })));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => answer["reference_number"]).ShouldBeUnique();
    }

    [Fact]
    public async Task A_number_does_not_come_back_after_its_policy_is_deleted()
    {
        var first = await service.Admin.Post(Path, new { title = "First" });
        await service.Admin.Delete($"{Path}/{first.Id}");

        var second = await service.Admin.Post(Path, new { title = "Second" });

        NumberOf(second).ShouldBe(NumberOf(first) + 1);
    }

    [Fact]
    public async Task A_refused_request_takes_no_number()
    {
        var first = await service.Admin.Post(Path, new { title = "First" });
        (await service.Admin.Post(Path, new { title = "" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await service.Admin.Post(Path, new { title = "x", reference_number = first["reference_number"] })).Status.ShouldBe(HttpStatusCode.Conflict);

        NumberOf(await service.Admin.Post(Path, new { title = "Second" })).ShouldBe(NumberOf(first) + 1);
    }

    [Fact]
    public async Task A_new_year_starts_from_one()
    {
        service.Time.MoveTo(new DateTimeOffset(2031, 12, 31, 23, 59, 0, TimeSpan.Zero));
        var client = service.ClientOf(service.AdminId);
        (await client.Post(Path, new { title = "Last year's" })).MustBe(HttpStatusCode.Created)["reference_number"].ShouldBe("POL-2031-0001");
        service.Time.MoveTo(new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero));

        (await client.Post(Path, new { title = "This year's" }))["reference_number"].ShouldBe("POL-2032-0001");
        (await client.Post(Path, new { title = "The next" }))["reference_number"].ShouldBe("POL-2032-0002");

        service.Time.Reset();
    }

    [Fact]
    public async Task Each_kind_of_record_counts_for_itself()
    {
        var policy = await service.Admin.Post(Path, new { title = "Policy" });
        await service.Admin.Post("/api/v1/incidents", new { title = "Slip", description = "", incident_date = "2026-01-05T10:00:00Z" });

        NumberOf(await service.Admin.Post(Path, new { title = "Policy" })).ShouldBe(NumberOf(policy) + 1);
    }

    [Fact]
    public async Task A_chosen_number_needs_a_permission_of_its_own()
    {
        var clerk = await service.ClientWithPermissionsAsync("policy:create", "policy:read");
        var archivist = await service.ClientWithPermissionsAsync("policy:create", "policy:set_reference_number");

        (await clerk.Post(Path, new { title = "x", reference_number = "OLD-17" })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("policy:set_reference_number");
        (await archivist.Post(Path, new { title = "x", reference_number = "OLD-17" })).MustBe(HttpStatusCode.Created)["reference_number"].ShouldBe("OLD-17");
        (await archivist.Post(Path, new { title = "y", reference_number = "OLD-17" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("OLD-17");
        (await service.InDatabaseAsync(db => db.Set<Policy>().CountAsync(policy => policy.ReferenceNumber == "OLD-17"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_number_that_was_chosen_before_is_passed_over()
    {
        var last = await service.Admin.Post(Path, new { title = "Last" });
        var (year, number) = (last["reference_number"][4..8], NumberOf(last));
        await service.Admin.Post(Path, new { title = "Chosen", reference_number = $"POL-{year}-{number + 1:0000}" });
        await service.Admin.Post(Path, new { title = "Chosen too", reference_number = $"POL-{year}-{number + 2:0000}" });

        NumberOf(await service.Admin.Post(Path, new { title = "Given" })).ShouldBe(number + 3);
    }

    [Fact]
    public async Task Of_many_who_choose_one_number_at_once_one_has_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(index => service.Admin.Post(Path, new { title = $"{index}", reference_number = index % 2 == 0 ? "POL-2040-0001" : "ANY/1" })));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created || answer.Status == HttpStatusCode.Conflict);
        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(2);
    }

    private static int NumberOf(Answer policy) => int.Parse(policy.MustBe(HttpStatusCode.Created)["reference_number"][9..]);
}

[Trait("Needs", "Engine")]
public sealed class ReferenceNumberTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : ReferenceNumberTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class ReferenceNumberTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : ReferenceNumberTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
