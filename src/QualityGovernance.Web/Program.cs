using QualityGovernance.Platform;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Web;
using QualityGovernance.Web.Commands;
using QualityGovernance.Web.Features.Actions;
using QualityGovernance.Web.Features.Audits;
using QualityGovernance.Web.Features.AuditTrail;
using QualityGovernance.Web.Features.Collisions;
using QualityGovernance.Web.Features.Complaints;
using QualityGovernance.Web.Features.Identity;
using QualityGovernance.Web.Features.Identity.Auth;
using QualityGovernance.Web.Features.Identity.Roles;
using QualityGovernance.Web.Features.Identity.Users;
using QualityGovernance.Web.Features.Incidents;
using QualityGovernance.Web.Features.Policies;
using QualityGovernance.Web.Features.Risks;
using QualityGovernance.Web.Features.RootCauseAnalyses;
using QualityGovernance.Web.Features.Standards;
using QualityGovernance.Web.Health;
using QualityGovernance.Web.Meta;

return ServiceCommands.Find(args, DescribeApiAsync) is { } command ? await command() : await ServeAsync(args);

// Apart from the commands, so that a health probe does not pay for loading the host.
static async Task<int> ServeAsync(string[] args)
{
    var loaded = SettingsSources.Load(args);
    if (loaded.Settings is not { } settings)
        return ConfigurationReport.Refuse(loaded);
    return await Build(settings, args).ServeAsync(settings);
}

static Task<int> DescribeApiAsync() => DescribeApiCommand.RunAsync(settings => Build(settings, []));

static WebApplication Build(QgpSettings settings, string[] args)
{
    var builder = WebApplication.CreateBuilder(Serving.Options(settings, args));
    builder.AddPlatform(settings);
    builder.Services.AddQgpData(settings, typeof(Program).Assembly);
    builder.Services.AddQgpSecurity(typeof(Program).Assembly);
    builder.Services.AddIdentity();
    builder.Services.AddActions();
    builder.Services.AddPolicies();
    builder.Services.AddBuildInfo(builder.Configuration);

    var app = builder.Build();
    app.UsePlatform();
    app.UseAuthentication();
    app.UseRequestLimits();
    app.UseAuthorization();
    app.MapHealth();
    app.MapMeta();
    app.MapAuth();
    app.MapUsers();
    app.MapRoles();
    app.MapPolicies();
    app.MapStandards();
    app.MapRisks();
    app.MapIncidents();
    app.MapAudits();
    app.MapRootCauseAnalyses();
    app.MapComplaints();
    app.MapCollisions();
    app.MapActions();
    app.MapAuditTrail();
    app.MapApiDocument(settings);
    return app;
}
