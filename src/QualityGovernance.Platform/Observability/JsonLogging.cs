using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using QualityGovernance.Platform.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace QualityGovernance.Platform.Observability;

/// <summary>One JSON object per log entry on standard output, with the request and the trace it belongs to.</summary>
internal static class JsonLogging
{
    /// <summary>Above every level: nothing is written.</summary>
    private const LogEventLevel Off = (LogEventLevel)1 + (int)LogEventLevel.Fatal;

    public static void AddJsonLogging(this WebApplicationBuilder builder, QgpSettings settings)
    {
        var level = Level(settings.LogLevel);
        var quiet = level > LogEventLevel.Debug && level < LogEventLevel.Warning ? LogEventLevel.Warning : level;
        var logger = new LoggerConfiguration()
            .MinimumLevel.ControlledBy(new LoggingLevelSwitch(level))
            // At its debug level the framework quotes addresses and values that callers sent; it is never let down there.
            .MinimumLevel.Override("Microsoft.AspNetCore", level < LogEventLevel.Information ? LogEventLevel.Information : quiet)
            // Its own view of each request repeats RequestLog's line, with query strings.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", AtLeastWarning(level))
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", quiet)
            // What these say as an error is thrown as well, and either expected (a number that is taken) or logged where it is handled.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Query", Thrown(level))
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", Thrown(level))
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Connection", Thrown(level))
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", settings.DatabaseEcho ? LogEventLevel.Information : Thrown(level))
            .MinimumLevel.Override("Npgsql", quiet)
            .MinimumLevel.Override("System.Net.Http", AtLeastWarning(level))
            .Enrich.FromLogContext()
            .Enrich.With<HostScope>()
            .WriteTo.Console(new MaskingFormatter(new CompactJsonFormatter(), settings.Secrets))
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(logger, dispose: true);
    }

    private static LogEventLevel Thrown(LogEventLevel level) => level <= LogEventLevel.Debug ? LogEventLevel.Warning : Off;

    private static LogEventLevel AtLeastWarning(LogEventLevel level) => level < LogEventLevel.Warning ? LogEventLevel.Warning : level;

    private static LogEventLevel Level(LogLevel level) => level switch
    {
        LogLevel.Trace => LogEventLevel.Verbose,
        LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Information => LogEventLevel.Information,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Error => LogEventLevel.Error,
        LogLevel.Critical => LogEventLevel.Fatal,
        _ => Off,
    };
}
