using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Releases.Recovery;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Recovery;

/// <summary>A real database without an application: what is asked of it is remembered, and can be made to fail.</summary>
internal sealed class FakeApplication(DatabaseAddress address, DatabaseTools tools) : IServedDatabase
{
    public List<string> Calls { get; } = [];

    public string Head { get; set; } = "20260101000000_First";

    /// <summary>Hears of every call before it is carried out.</summary>
    public Func<string, Task> On { get; set; } = _ => Task.CompletedTask;

    public DatabaseAddress Address => address;

    public DatabaseTools Tools => tools;

    public string Typed(string sql) => $"type {sql}";

    public Task<string> HeadAsync(CancellationToken cancellation) => Task.FromResult(Head);

    public Task StopApplicationAsync(CancellationToken cancellation) => CallAsync("stop");

    public async Task MigrateAsync(StepContext context, CancellationToken cancellation)
    {
        await CallAsync("migrate");
        await tools.QueryAsync(address, $"UPDATE schema_info SET revision = '{Head}'; INSERT INTO \"__EFMigrationsHistory\" VALUES ('{Head}', '10.0');", cancellation);
    }

    public async Task<string> StartApplicationAsync(CancellationToken cancellation)
    {
        await CallAsync("start");
        return "ready";
    }

    private async Task CallAsync(string name)
    {
        Calls.Add(name);
        await On(name);
    }
}
