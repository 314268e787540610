using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Identity.Users;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Features.Identity;

/// <summary>Of two superusers who want to be rid of each other at the same moment, one stays.</summary>
[Trait("Needs", "Engine")]
public sealed class SuperuserRaceTests(ObservedService observed) : IClassFixture<ObservedService>
{
    private readonly ServiceUnderTest<Testing.Databases.OnPostgreSql> _service = observed.Service;

    [Theory]
    [InlineData("PATCH", "PATCH")]
    [InlineData("PATCH", "DELETE")]
    [InlineData("DELETE", "PATCH")]
    [InlineData("DELETE", "DELETE")]
    public async Task One_of_two_stays(string first, string second)
    {
        var (one, other) = (await _service.AddUserAsync(superuser: true), await _service.AddUserAsync(superuser: true));

        var (early, late) = await Overlap.OfAsync(observed, Saves, () => EndAsync(first, by: one, whom: other), () => EndAsync(second, by: other, whom: one));

        ((int)early.Status).ShouldBeInRange(200, 204, early.Text);
        late.MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("is no longer");
        (await _service.InDatabaseAsync(db => db.Set<User>().Where(user => user.IsActive && (user.Id == one || user.Id == other)).Select(user => user.Id).ToListAsync())).ShouldBe([one]);
    }

    [Fact]
    public async Task Of_three_in_a_circle_one_stays()
    {
        var ids = new List<int>();
        for (var index = 0; index < 3; index++) ids.Add(await _service.AddUserAsync(superuser: true));

        var answers = await Task.WhenAll(ids.Select((id, index) => EndAsync("PATCH", by: id, whom: ids[(index + 1) % 3])));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Forbidden || answer.Status == HttpStatusCode.Unauthorized);
        (await _service.InDatabaseAsync(db => db.Set<User>().AnyAsync(user => user.IsActive && ids.Contains(user.Id)))).ShouldBeTrue();
    }

    private static bool Saves(string statement) => statement.Contains("UPDATE users", StringComparison.Ordinal);

    private Task<Answer> EndAsync(string method, int by, int whom) =>
        _service.ClientOf(by).Send(new HttpMethod(method), $"/api/v1/users/{whom}", method == "PATCH" ? new { is_active = false } : null);
}
