using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Incidents;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Data;

[Trait("Needs", "Engine")]
public sealed class RoundTripTests(ObservedService observed) : IClassFixture<ObservedService>
{
    [Fact]
    public async Task Several_questions_are_one_statement_and_each_has_its_own_answer()
    {
        var (first, second) = (await IncidentAsync("{0} first"), await IncidentAsync("second"));
        observed.Statements.Clear();
        await observed.Service.InDatabaseAsync(async db =>
        {
            var trip = new RoundTrip(db);
            var (one, other) = (trip.Ask(Titled(db, first)), trip.Ask(Titled(db, second)));
            var missing = db.AskMissing(trip, "incidents", [first, 999_999]);
            var none = trip.Ask(db.Set<Incident>().Where(incident => incident.Title == "nobody {0} called one so"));
            await trip.SendAsync(CancellationToken.None);
            (one.One, other.One).ShouldBe(("{0} first", "second"));
            missing().ShouldBe([999_999]);
            none.Any.ShouldBeFalse();
            return true;
        });
        observed.Statements.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_found_is_tracked_and_what_follows_the_trip_is_sent_again()
    {
        var id = await IncidentAsync("before");
        var title = await observed.Service.InDatabaseAsync(async db =>
        {
            var trip = new RoundTrip(db);
            var found = trip.Ask(db.Set<Incident>().Where(incident => incident.Id == id));
            await trip.SendAsync(CancellationToken.None);
            found.One!.Title = "after";
            await db.SaveChangesAsync();
            return await Titled(db, id).SingleAsync();
        });
        title.ShouldBe("after");
    }

    [Fact]
    public async Task A_question_that_fails_fails_the_trip_and_the_next_one_goes_on() => await observed.Service.InDatabaseAsync(async db =>
    {
        var trip = new RoundTrip(db);
        var known = trip.Ask(db.Set<Incident>().Select(incident => incident.Id).Take(1));
        trip.Ask(db.Database.SqlQueryRaw<int>("SELECT 1 / 0 AS \"Value\""));
        await Should.ThrowAsync<Exception>(() => trip.SendAsync(CancellationToken.None));

        var next = new RoundTrip(db);
        var counted = next.Ask(db.Database.SqlQueryRaw<int>("SELECT 7 AS \"Value\""));
        await next.SendAsync(CancellationToken.None);
        counted.One.ShouldBe(7);
        return known;
    });

    [Fact]
    public async Task An_answer_is_not_read_before_the_trip() => await observed.Service.InDatabaseAsync(db =>
    {
        var trip = new RoundTrip(db);
        var asked = trip.Ask(db.Set<Incident>().Select(incident => incident.Id));
        Should.Throw<InvalidOperationException>(() => asked.All).Message.ShouldContain("SendAsync");
        return Task.FromResult(true);
    });

    private static IQueryable<string> Titled(QgpDbContext db, int id) => db.Set<Incident>().Where(incident => incident.Id == id).Select(incident => incident.Title);

    private async Task<int> IncidentAsync(string title) =>
        (await observed.Service.Admin.Post("/api/v1/incidents", new { title, description = "d", incident_date = "2026-01-05T10:00:00Z" })).Id;
}
