using System.Collections;
using Microsoft.AspNetCore.Http;

namespace QualityGovernance.Platform.Http;

/// <summary>Looks into what a handler returned, before it is written.</summary>
internal static class TypedAnswers
{
    /// <summary>Out of the union that a handler declares.</summary>
    public static object? Unwrapped(this object? result)
    {
        while (result is INestedHttpResult nested) result = nested.Result;
        return result;
    }

    /// <summary>200 for what states no status.</summary>
    public static int Status(object? result) => (result.Unwrapped() as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;

    public static bool IsSuccess(object? result) => Status(result) is >= 200 and < 300;

    /// <summary>The type of the one thing that a successful answer shows; null for an error, for none, and for many.</summary>
    public static Type? Shown(object? result) =>
        IsSuccess(result) && (result.Unwrapped() as IValueHttpResult)?.Value?.GetType() is { } type && IsOne(type) ? type : null;

    /// <summary>One thing, and neither many nor a text.</summary>
    public static bool IsOne(Type type) => !typeof(IEnumerable).IsAssignableFrom(type) && !typeof(IPage).IsAssignableFrom(type);
}
