using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Risks;

/// <summary>A service whose organisation rates risks in its own way.</summary>
public sealed class ConfiguredMatrixTests : IAsyncLifetime
{
    private readonly ServiceUnderTest<OnSqlite> _service = new() { Replacing = services => Replace(services, new RiskMatrix(2, 3, [new("fine", 1, "#00ff00"), new("bad", 4, "#ff0000")])) };

    public Task InitializeAsync() => _service.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_service).DisposeAsync();

    [Fact]
    public async Task Size_levels_and_colours_are_those_configured_everywhere()
    {
        var risk = (await _service.Admin.Post(RiskCalls.Path, new { title = "t", description = "d", likelihood = 2 })).MustBe(HttpStatusCode.Created);
        (risk.Number("impact"), risk["risk_level"]).ShouldBe((2, "bad"));
        (await _service.Admin.Post(RiskCalls.Path, new { title = "t", description = "d", likelihood = 3 })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["likelihood"]);
        (await _service.Admin.Get($"{RiskCalls.Path}?risk_level=bad")).Total.ShouldBe(1);
        (await _service.Admin.Get($"{RiskCalls.Path}?risk_level=high")).MustBe(HttpStatusCode.UnprocessableEntity).Text.ShouldContain("fine, bad");
        (await _service.Admin.Assess(risk.Id, "2026-01-01T00:00:00Z", 1, 1)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["inherent_likelihood", "inherent_impact"]);

        var matrix = (await _service.Admin.Get($"{RiskCalls.Path}/matrix")).Body.GetProperty("matrix");

        matrix.GetRawText().ShouldBe("""[[{"likelihood":2,"impact":1,"score":2,"level":"fine","color":"#00ff00","risk_count":0},{"likelihood":2,"impact":2,"score":4,"level":"bad","color":"#ff0000","risk_count":1},{"likelihood":2,"impact":3,"score":6,"level":"bad","color":"#ff0000","risk_count":0}],[{"likelihood":1,"impact":1,"score":1,"level":"fine","color":"#00ff00","risk_count":0},{"likelihood":1,"impact":2,"score":2,"level":"fine","color":"#00ff00","risk_count":0},{"likelihood":1,"impact":3,"score":3,"level":"fine","color":"#00ff00","risk_count":0}]]""");
    }

    [Fact]
    public async Task A_risk_rated_on_a_larger_matrix_keeps_its_score_and_is_counted_outside()
    {
        var risk = (await _service.Admin.Post(RiskCalls.Path, new { title = "t", description = "d" })).MustBe(HttpStatusCode.Created).Id;
        await _service.InDatabaseAsync(async db =>
        {
            (await db.FindAsync<Web.Features.Risks.Risk>(risk))!.Rate(5, 5);
            return await db.SaveChangesAsync();
        });

        var matrix = (await _service.Admin.Get($"{RiskCalls.Path}/matrix")).MustBe(HttpStatusCode.OK);

        (matrix.Number("total_risks"), matrix.Number("risks_outside"), matrix.Counts("risks_by_level")["bad"]).ShouldBe((1, 1, 1));
        (await _service.Admin.Patch($"{RiskCalls.Path}/{risk}", new { title = "u" })).MustBe(HttpStatusCode.OK).Number("risk_score").ShouldBe(25);
    }

    private static void Replace(IServiceCollection services, RiskMatrix matrix)
    {
        var settings = (QgpSettings)services.Single(service => service.ServiceType == typeof(QgpSettings)).ImplementationInstance!;
        services.AddSingleton(settings with { RiskMatrix = matrix });
    }
}
