using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// Says what was wrong with a request that could not be bound. The framework says it only in the text of its exceptions, which
/// quote submitted values; so the name is taken out of the text and the rest is left.
/// </summary>
internal static partial class BindingProblem
{
    private const string Body = "body";

    public static ProblemDetails Of(BadHttpRequestException exception)
    {
        if (exception.InnerException is JsonException json)
            return OfJson(json);
        if (exception.StatusCode != StatusCodes.Status400BadRequest || Parameter().Match(exception.Message) is not { Success: true } match)
            return ApiProblem.Details(exception.StatusCode, ApiMessages.Of(exception.StatusCode));

        var missing = !exception.Message.StartsWith("Failed to bind", StringComparison.Ordinal);
        var inBody = exception.Message.Contains("body", StringComparison.OrdinalIgnoreCase);
        var name = inBody ? Body : JsonNamingPolicy.SnakeCaseLower.ConvertName(match.Groups["name"].Value);
        return Validation(name, missing ? "This is required." : "This does not have the type that is needed.");
    }

    private static ProblemDetails OfJson(JsonException exception)
    {
        // The reader throws a type of its own, not public, for text that is not JSON at all; the serialiser wraps it.
        if (exception is not UnreadableValueException && (exception.GetType() != typeof(JsonException) || exception.InnerException is JsonException))
            return ApiProblem.Details(StatusCodes.Status400BadRequest, "The body is not well-formed JSON.");

        var field = Field(exception.Path);
        if (exception is UnreadableValueException unreadable)
            return Validation(field, unreadable.Sentence);
        if (Missing().Match(exception.Message) is { Success: true } missing)
            return MissingMembers(field, missing.Groups["names"].Value);
        if (Unmapped().Match(exception.Message) is { Success: true } unmapped)
            return Validation(Below(field, unmapped.Groups["name"].Value), "There is no such member.");
        if (exception.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
            return Validation(field, "This is given more than once.");
        return Validation(field, "This does not have the type that is needed.");
    }

    private static ProblemDetails MissingMembers(string parent, string names)
    {
        var errors = new FieldErrors();
        foreach (Match name in Quoted().Matches(names))
            errors.Add(Below(parent, name.Groups["name"].Value), "This is required.");
        return ApiProblem.ValidationDetails(errors);
    }

    private static ProblemDetails Validation(string field, string message) =>
        ApiProblem.ValidationDetails(new FieldErrors().Add(field, message));

    /// <summary><c>$.items[0].title</c> as <c>items[0].title</c>.</summary>
    private static string Field(string? path) =>
        path is null or "$" ? Body : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');

    private static string Below(string parent, string name) =>
        parent == Body ? name : parent.EndsWith(name, StringComparison.Ordinal) ? parent : $"{parent}.{name}";

    [GeneratedRegex("parameter \"([^\"]* )?(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("missing required properties including: (?<names>.*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex("JSON property '(?<name>.*)' could not be mapped", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unmapped();

    [GeneratedRegex("'(?<name>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
