using System.Net;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Risks;

/// <summary>Figures of the whole register: each test takes away the risks of the one before.</summary>
public abstract class RiskOverviewTests(IServiceUnderTest service) : IAsyncLifetime
{
    private const string Path = RiskCalls.Path;

    public async Task InitializeAsync()
    {
        foreach (var active in new[] { "true", "false" })
            foreach (var risk in (await service.Admin.Get($"{Path}?page_size=100&is_active={active}")).MustBe(HttpStatusCode.OK).Items)
                (await service.Admin.Delete($"{Path}/{risk.GetProperty("id").GetInt32()}")).MustBe(HttpStatusCode.NoContent);
    }

    public Task DisposeAsync()
    {
        service.Time.Reset();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_empty_register_has_figures_too()
    {
        var statistics = (await service.Admin.Get($"{Path}/statistics")).MustBe(HttpStatusCode.OK);

        (statistics.Number("total_risks"), statistics.Number("active_risks"), statistics.Body.GetProperty("average_risk_score").GetDouble()).ShouldBe((0, 0, 0d));
        statistics.Body.GetProperty("risks_by_level").GetRawText().ShouldBe("""{"very_low":0,"low":0,"medium":0,"high":0,"critical":0}""");
        (await service.Admin.Get($"{Path}/matrix")).Number("total_risks").ShouldBe(0);
    }

    [Fact]
    public async Task The_statistics_say_what_the_list_says()
    {
        await service.Admin.AddRiskAsync(likelihood: 1, impact: 1);
        await service.Admin.AddRiskAsync(likelihood: 4, impact: 4);
        await service.Admin.AddRiskAsync(likelihood: 5, impact: 5);
        (await service.Admin.Post(Path, new { title = "t", description = "d", likelihood = 5, impact = 4, category = "financial" })).MustBe(HttpStatusCode.Created);
        var inactive = await service.Admin.AddRiskAsync(likelihood: 2, impact: 2);
        (await service.Admin.Patch($"{Path}/{inactive}", new { is_active = false })).MustBe(HttpStatusCode.OK);

        var statistics = (await service.Admin.Get($"{Path}/statistics/")).MustBe(HttpStatusCode.OK);

        (statistics.Number("total_risks"), statistics.Number("active_risks"), statistics.Body.GetProperty("average_risk_score").GetDouble()).ShouldBe((5, 4, 15.5));
        foreach (var (level, count) in statistics.Counts("risks_by_level")) (await TotalAsync($"risk_level={level}")).ShouldBe(count, level);
        foreach (var (category, count) in statistics.Counts("risks_by_category")) (await TotalAsync($"category={category}")).ShouldBe(count, category);
        statistics.Counts("risks_by_level").Values.Sum().ShouldBe(4);
        statistics.Counts("risks_by_category").Where(count => count.Value > 0).Select(count => $"{count.Key} {count.Value}").ShouldBe(["operational 3", "financial 1"], ignoreOrder: true);
    }

    [Fact]
    public async Task Reviews_and_treatments_become_due_as_time_goes_by()
    {
        var due = service.Time.GetUtcNow().AddDays(30);
        var risk = (await service.Admin.Post(Path, new { title = "t", description = "d", next_review_date = due, treatment_due_date = due })).MustBe(HttpStatusCode.Created).Id;
        var other = await service.Admin.AddRiskAsync();
        (await LateAsync()).ShouldBe((0, 0));

        service.Time.Advance(TimeSpan.FromDays(31));
        (await LateAsync()).ShouldBe((1, 1));
        foreach (var filter in new[] { "review_due", "treatment_overdue" })
        {
            (await service.Admin.Get($"{Path}?{filter}=true")).Items.Select(item => item.GetProperty("id").GetInt32()).ShouldBe([risk]);
            (await service.Admin.Get($"{Path}?{filter}=false")).Items.Select(item => item.GetProperty("id").GetInt32()).ShouldBe([other]);
        }

        foreach (var status in new[] { "assessing", "monitoring" }) (await service.Admin.Patch($"{Path}/{risk}", new { status })).MustBe(HttpStatusCode.OK);
        (await LateAsync()).ShouldBe((1, 0));
        (await service.Admin.Patch($"{Path}/{risk}", new { status = "closed" })).MustBe(HttpStatusCode.OK);
        (await LateAsync()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task The_matrix_has_the_highest_likelihood_on_top_and_every_risk_in_its_cell()
    {
        await service.Admin.AddRiskAsync(likelihood: 5, impact: 1);
        await service.Admin.AddRiskAsync(likelihood: 2, impact: 3);
        await service.Admin.AddRiskAsync(likelihood: 2, impact: 3);

        var matrix = (await service.Admin.Get($"{Path}/matrix")).MustBe(HttpStatusCode.OK);

        var rows = matrix.Body.GetProperty("matrix").EnumerateArray().Select(row => row.EnumerateArray().ToList()).ToList();
        (rows.Count, rows.Select(row => row.Count).Distinct().Single()).ShouldBe((5, 5));
        rows[0][0].GetRawText().ShouldBe("""{"likelihood":5,"impact":1,"score":5,"level":"medium","color":"#eab308","risk_count":1}""");
        rows[3][2].GetRawText().ShouldBe("""{"likelihood":2,"impact":3,"score":6,"level":"medium","color":"#eab308","risk_count":2}""");
        rows.Sum(row => row.Sum(cell => cell.GetProperty("risk_count").GetInt32())).ShouldBe(3);
        (matrix.Number("total_risks"), matrix.Number("risks_outside"), matrix.Counts("risks_by_level")["medium"]).ShouldBe((3, 0, 3));
    }

    private async Task<(int Reviews, int Treatments)> LateAsync()
    {
        var statistics = (await service.Admin.Get($"{Path}/statistics")).MustBe(HttpStatusCode.OK);
        var late = (statistics.Number("risks_requiring_review"), statistics.Number("overdue_treatments"));
        (await TotalAsync("review_due=true"), await TotalAsync("treatment_overdue=true")).ShouldBe(late);
        return late;
    }

    private async Task<int> TotalAsync(string query) => (await service.Admin.Get($"{Path}?{query}")).MustBe(HttpStatusCode.OK).Total;
}

[Trait("Needs", "Engine")]
public sealed class RiskOverviewTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : RiskOverviewTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class RiskOverviewTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : RiskOverviewTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
