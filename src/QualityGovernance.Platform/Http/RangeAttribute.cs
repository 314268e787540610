using System.Globalization;
using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>A number within bounds, both included.</summary>
/// <param name="min">The smallest.</param>
/// <param name="max">The greatest; nothing but the type bounds it when left out.</param>
public sealed class RangeAttribute(double min, double max = double.PositiveInfinity) : MemberRuleAttribute
{
    public double Min => min;

    public double Max => max;

    internal override void Check(FieldErrors errors, string field, object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        errors.Require(number >= min && number <= max, field, double.IsInfinity(max) ? $"This must be {Text(min)} or more." : $"This must be from {Text(min)} to {Text(max)}.");
    }

    internal override void Describe(OpenApiSchema schema)
    {
        schema.Minimum = Text(min);
        if (!double.IsInfinity(max)) schema.Maximum = Text(max);
    }

    /// <summary>In digits, as far as a decimal goes.</summary>
    private static string Text(double bound) => ((decimal)bound).ToString(CultureInfo.InvariantCulture);
}
