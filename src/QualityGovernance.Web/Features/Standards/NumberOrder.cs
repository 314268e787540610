namespace QualityGovernance.Web.Features.Standards;

/// <summary>Orders numbers of clauses and controls as people read them: A.5.2 comes before A.5.10.</summary>
internal sealed class NumberOrder : IComparer<string>
{
    public static readonly NumberOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return string.CompareOrdinal(x, y);
        var (atX, atY) = (0, 0);
        while (atX < x.Length && atY < y.Length)
        {
            var (partX, partY) = (Part(x, atX), Part(y, atY));
            var order = char.IsAsciiDigit(partX[0]) && char.IsAsciiDigit(partY[0]) ? Numbers(partX, partY) : string.CompareOrdinal(partX, partY);
            if (order != 0) return order;
            (atX, atY) = (atX + partX.Length, atY + partY.Length);
        }

        return (x.Length - atX).CompareTo(y.Length - atY);
    }

    /// <summary>A run of digits, or a single other character.</summary>
    private static string Part(string text, int at)
    {
        var end = at + 1;
        while (char.IsAsciiDigit(text[at]) && end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return text[at..end];
    }

    /// <summary>By length first: they may be longer than any integer.</summary>
    private static int Numbers(string x, string y)
    {
        var (digitsX, digitsY) = (x.TrimStart('0'), y.TrimStart('0'));
        var order = digitsX.Length != digitsY.Length ? digitsX.Length.CompareTo(digitsY.Length) : string.CompareOrdinal(digitsX, digitsY);
        return order != 0 ? order : x.Length.CompareTo(y.Length);
    }
}
