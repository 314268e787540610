using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// Which page of a list is asked for: <c>page</c> and <c>page_size</c> of the query. A handler that takes it gets it valid;
/// anything else was answered with 422 before. <see cref="DefaultPageSizeAttribute"/> on the parameter sets the default size.
/// </summary>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1 to <see cref="LargestSize"/>.</param>
public sealed record PageRequest(int Page, int PageSize) : IEndpointParameterMetadataProvider
{
    public const int LargestSize = 100;

    /// <summary>How many entries stand before the page.</summary>
    public int Skip => (int)Math.Min((Page - 1L) * PageSize, int.MaxValue);

    public static ValueTask<PageRequest> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(parameter);
        var errors = new FieldErrors();
        var page = Read(context, "page", 1, int.MaxValue, errors);
        var size = Read(context, "page_size", DefaultPageSizeAttribute.Of(parameter), LargestSize, errors);
        return errors.Any ? throw new InvalidRequestException(errors) : ValueTask.FromResult(new PageRequest(page, size));
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
