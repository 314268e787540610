namespace QualityGovernance.Platform.Http;

/// <summary>The list that a request is about, and the place in it that the request names.</summary>
/// <param name="seal">Writes and reads places.</param>
/// <param name="path">Of the list.</param>
/// <param name="after">As given; null when the query names none.</param>
internal sealed class ListAddress(CursorSeal seal, string path, string? after)
{
    public bool NullsAreLargest => seal.NullsAreLargest;

    /// <summary>Null when none is asked for.</summary>
    /// <param name="order">What the list is ordered by.</param>
    /// <exception cref="InvalidRequestException">It is no place in this list.</exception>
    public Cursor? Asked(string order)
    {
        if (after is null) return null;
        return seal.Read(Name(order), after)
            ?? throw new InvalidRequestException(new FieldErrors().Add("after", "This is no place in this list. Take it from next_after of the page before, as it is."));
    }

    public string Write(string order, Cursor cursor) => seal.Write(Name(order), cursor);

    private string Name(string order) => $"{path.TrimEnd('/')} {order}";
}
