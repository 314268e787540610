using System.Globalization;

namespace QualityGovernance.Deployment;

/// <summary>A number with its noun, as one says it.</summary>
internal static class Counted
{
    /// <param name="number">Of them.</param>
    /// <param name="one">The noun for one; more than one end with an s.</param>
    public static string Of(int number, string one) => $"{number.ToString(CultureInfo.InvariantCulture)} {one}{(number == 1 ? "" : "s")}";
}
