using System.Net.Mail;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

namespace QualityGovernance.Platform.Http;

/// <summary>Collects everything that is wrong with a request, so that it is answered at once.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> _items = [];

    public IReadOnlyList<FieldError> Items => _items;

    public bool Any => _items.Count > 0;

    public FieldErrors Add(string field, string message)
    {
        _items.Add(new FieldError(field, message));
        return this;
    }

    /// <summary>Adds an error when a rule that no other method has is broken.</summary>
    public FieldErrors Require(bool holds, string field, string message) => holds ? this : Add(field, message);

    /// <summary>Holds a request to the rules that stand on its members, see <see cref="MemberRuleAttribute"/>.</summary>
    /// <param name="request">Or a part of one.</param>
    /// <param name="within">Where that part stands, such as <c>options[0]</c>.</param>
    public FieldErrors Members<T>(T request, string? within = null)
        where T : class
    {
        foreach (var member in MemberRules.Of(typeof(T))) member.Check(this, within is null ? member.Name : $"{within}.{member.Name}", request);
        return this;
    }

    /// <param name="field">Its name on the wire.</param>
    /// <param name="value">Null when it was not given.</param>
    /// <param name="min">In characters; from 1 on, blank text is refused as well, unless it may be blank.</param>
    /// <param name="max">In characters.</param>
    /// <param name="required">Null is refused.</param>
    /// <param name="mayBeBlank">Spaces count as characters.</param>
    public FieldErrors Text(string field, string? value, int min = 0, int max = int.MaxValue, bool required = false, bool mayBeBlank = false)
    {
        if (value is null)
            return required ? Add(field, "This is required.") : this;
        // PostgreSQL cannot store it, and no text needs it.
        if (value.Contains('\0'))
            return Add(field, "This holds a NUL character.");
        if (min > 0 && (value.Length == 0 || (!mayBeBlank && string.IsNullOrWhiteSpace(value))))
            return Add(field, "This is blank.");

        var length = value.EnumerateRunes().Count();
        if (length < min)
            return Add(field, $"This has {length} characters; at least {min} are needed.");
        return length > max ? Add(field, $"This has {length} characters; at most {max} are accepted.") : this;
    }

    public FieldErrors Range<T>(string field, T? value, T min, T max, bool required = false)
        where T : struct, IComparable<T>
    {
        if (value is not { } number)
            return required ? Add(field, "This is required.") : this;
        return number.CompareTo(min) < 0 || number.CompareTo(max) > 0 ? Add(field, $"This must be from {min} to {max}.") : this;
    }

    /// <summary>Reads an enum value out of a query, by its name on the wire; null in, null out.</summary>
    public T? Enum<T>(string field, string? text)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        if (EnumNames.TryParse<T>(text, out var value))
            return value;
        Add(field, $"This must be one of {string.Join(", ", EnumNames.All<T>())}.");
        return null;
    }

    /// <summary>One address, without a display name, as <c>name@host</c>.</summary>
    public FieldErrors Email(string field, string? value, int max = 255, bool required = false)
    {
        var before = _items.Count;
        Text(field, value, min: 1, max: max, required: required);
        if (value is null || _items.Count > before)
            return this;
        var isAddress = MailAddress.TryCreate(value, out var address) && address.Address == value && !value.Any(char.IsWhiteSpace);
        return isAddress ? this : Add(field, "This is not an e-mail address.");
    }

    /// <summary>A header that lists entity tags; absent is fine.</summary>
    internal FieldErrors EntityTags(string header, StringValues value) =>
        value.Count == 0 || Http.EntityTags.TryRead(value, out _) ? this : Add(header, "This must be *, or entity tags in quotes, separated by commas.");

    /// <summary>The answer to a request with these errors.</summary>
    public ProblemHttpResult ToProblem() => ApiProblem.Validation(this);
}
