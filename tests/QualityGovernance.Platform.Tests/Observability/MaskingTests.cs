using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Observability;

[Collection(nameof(ConsoleCapture))]
public class MaskingTests
{
    [Fact]
    public async Task An_entry_that_holds_a_secret_is_written_without_it()
    {
        var settings = Environments.Production();
        settings["DATABASE_URL"] = "postgresql://qgp:pass%22word%5Cwith+marks@db.example.com/qgp";
        await using var capture = new ConsoleCapture();
        await using var host = await PlatformHost.StartAsync(
            app => app.MapGet("/leaks", (ILogger<MaskingTests> logger) =>
            {
                logger.LogError(new InvalidOperationException($"Cannot open with {settings["SECRET_KEY"]}"), "Leaked: {Value}", "pass\"word\\with+marks");
                return TypedResults.Ok();
            }),
            settings,
            logLevel: "INFO");

        await host.Client.AskAsync("/leaks");

        var log = capture.Text;
        log.ShouldContain("Leaked");
        log.ShouldContain("[secret]");
        log.ShouldNotContain(settings["SECRET_KEY"]);
        log.ShouldNotContain("with+marks");
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("DEBUG")]
    [InlineData("INFO")]
    public async Task What_a_caller_sent_is_not_logged_at_any_level(string level)
    {
        await using var capture = new ConsoleCapture();
        await using var host = await PlatformHost.StartAsync(
            app =>
            {
                app.MapGet("/numbers/{number}", (int number) => TypedResults.Ok(number));
                app.MapPost("/numbers", (int[] numbers) => TypedResults.Ok(numbers));
            },
            logLevel: level);

        (await host.Client.AskAsync("/numbers/hunter2?token=hunter2", "the-logged-id")).StatusCode.ShouldBe(422);
        (await host.Client.SendJsonAsync(HttpMethod.Post, "/numbers", """["hunter2"]""")).StatusCode.ShouldBe(422);

        capture.Text.ShouldContain("the-logged-id");
        capture.Text.ShouldNotContain("hunter2");
    }
}
