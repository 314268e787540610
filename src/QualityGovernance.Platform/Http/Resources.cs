using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// Finds the operation that reads the resource which another operation changes: GET at the same address. What it answers is what an entity tag is of,
/// so that a module declares nothing about tags.
/// </summary>
internal sealed partial class Resources
{
    private readonly ConcurrentDictionary<string, RouteEndpoint?> _readers = new(StringComparer.Ordinal);

    /// <summary>Parameters of two operations at one address may have two names.</summary>
    public static string Address(string? pattern) => Parameter().Replace(pattern ?? "", "{}").Trim('/');

    /// <summary>Null when the address can't be read.</summary>
    public RouteEndpoint? Reader(HttpContext http) => http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern }
        ? _readers.GetOrAdd(Address(pattern), static (address, http) => Readers(http).FirstOrDefault(reader => Address(reader.RoutePattern.RawText) == address), http)
        : null;

    /// <summary>Some operation reads such things one by one.</summary>
    public static bool IsRead(Type shown, HttpContext http) => Readers(http).Any(reader => Reads(reader, shown));

    public static bool Reads(Endpoint reader, Type shown) =>
        reader.Metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == StatusCodes.Status200OK && answer.Type == shown);

    /// <summary>The tag that reading the resource would answer with now, in the unit of work of this request; null when there is nothing to read.</summary>
    public async Task<string?> CurrentTagAsync(HttpContext http)
    {
        if (Reader(http) is not { RequestDelegate: { } read } reader) return null;
        var reading = new DefaultHttpContext
        {
            RequestServices = http.RequestServices,
            User = http.User,
            RequestAborted = http.RequestAborted,
            TraceIdentifier = http.TraceIdentifier,
        };
        reading.Request.Method = HttpMethods.Get;
        reading.Request.Path = http.Request.Path;
        reading.Request.RouteValues = new RouteValueDictionary(http.Request.RouteValues);
        foreach (var item in http.Items) reading.Items.Add(item);
        reading.SetEndpoint(reader);
        await read(reading);
        return reading.Response.StatusCode == StatusCodes.Status200OK ? reading.Response.Headers.ETag.ToString() : null;
    }

    private static IEnumerable<RouteEndpoint> Readers(HttpContext http) => http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true);

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
