using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// Which page of a list is asked for: <c>page</c> or <c>after</c>, and <c>page_size</c>, of the query. A handler that takes it gets it valid;
/// anything else was answered with 422 before. <see cref="DefaultPageSizeAttribute"/> on the parameter sets the default size.
/// </summary>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1 to <see cref="LargestSize"/>.</param>
public sealed record PageRequest(int Page, int PageSize) : IEndpointParameterMetadataProvider
{
    public const int LargestSize = 100;

    /// <summary>How many entries stand before the page.</summary>
    public int Skip => (int)Math.Min((Page - 1L) * PageSize, int.MaxValue);

    /// <summary>Null for a request that came over no wire.</summary>
    internal ListAddress? List { get; init; }

    public static ValueTask<PageRequest> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(parameter);
        var errors = new FieldErrors();
        var page = Read(context, "page", 1, int.MaxValue, errors);
        var size = Read(context, "page_size", DefaultPageSizeAttribute.Of(parameter), LargestSize, errors);
        var after = context.Request.Query["after"];
        errors.Require(after.Count < 2, "after", "This is given more than once.");
        errors.Require(after.Count == 0 || context.Request.Query["page"].Count == 0, "after", "Send page or after, not both.");
        if (errors.Any) throw new InvalidRequestException(errors);
        var list = new ListAddress(context.RequestServices.GetRequiredService<CursorSeal>(), context.Request.Path.Value ?? "", after is [var text] ? text : null);
        return ValueTask.FromResult(new PageRequest(page, size) { List = list });
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new PagingMetadata(DefaultPageSizeAttribute.Of(parameter)));
    }

    private static int Read(HttpContext context, string field, int otherwise, int most, FieldErrors errors)
    {
        var given = context.Request.Query[field];
        if (given.Count == 0)
            return otherwise;
        if (given is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        errors.Add(field, most == int.MaxValue ? "This must be a whole number, 1 or more." : $"This must be a whole number from 1 to {most}.");
        return otherwise;
    }
}
