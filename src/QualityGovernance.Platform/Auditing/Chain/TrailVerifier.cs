namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>Reads an export from its beginning to its end and finds the first place where the chain does not hold. Needs no database, and memory for one line.</summary>
public sealed class TrailVerifier
{
    private readonly TrailAnchors _anchors;
    private long _line;
    private long _first;
    private long _sequence;
    private string _hash = "";
    private bool _sawHead;

    private TrailVerifier(TrailAnchors anchors) => _anchors = anchors;

    public static Task<TrailReport> VerifyAsync(Stream file, TrailAnchors anchors, CancellationToken cancellation) =>
        new TrailVerifier(anchors).ReadAsync(file, cancellation);

    private async Task<TrailReport> ReadAsync(Stream file, CancellationToken cancellation)
    {
        _sawHead = _anchors.Head == AuditSeal.Beginning;
        var fault = await FirstFaultAsync(file, cancellation);
        return new(_first, _sequence, _first == 0 ? AuditSeal.Beginning : _hash, fault);
    }

    private async Task<TrailFault?> FirstFaultAsync(Stream file, CancellationToken cancellation)
    {
        TrailEnd? end = null;
        await using var lines = FileLines.ReadAsync(file, cancellation).GetAsyncEnumerator(cancellation);
        while (await lines.MoveNextAsync())
        {
            _line++;
            if (end is not null) return Fault(TrailFinding.Inserted, "There is a line behind the end.");
            var line = lines.Current is { } text ? TrailLine.Parse(text) : null;
            if (line is null) return Fault(TrailFinding.Changed, "This is not a line that an export writes.");
            if (line.End is not null) end = line.End;
            else if (line.Seal!.Sequence != Expected(line.Seal)) return await OutOfPlaceAsync(line.Seal.Sequence, lines);
            else if (Broken(line.Seal, line.Entry) is { } broken) return broken;
        }

        return Ended(end);
    }

    private long Expected(SealLink seal)
    {
        if (_first > 0) return _sequence + 1;
        return _anchors.After is null ? 1 : seal.Sequence; // where it may begin is for its hash to say
    }

    private TrailFault? Broken(SealLink seal, SealedContent? entry)
    {
        var previous = _first > 0 ? _hash : _anchors.After ?? AuditSeal.Beginning;
        if (seal.Hash != seal.HashOfContent) return Fault(TrailFinding.Changed, $"Seal {seal.Sequence} is not the one that was written: its hash does not fit what it says.");
        if (seal.PreviousHash != previous)
            return Fault(TrailFinding.Changed, $"Seal {seal.Sequence} does not continue the one before it, which was changed or exchanged{(_first > 0 ? "" : "; or the hash that was given is of another place")}.");
        if (entry is null) return Fault(TrailFinding.Removed, $"The entry {seal.EntryKey} of seal {seal.Sequence} was removed.");
        if (entry.EntryKey != seal.EntryKey) return Fault(TrailFinding.Changed, $"Seal {seal.Sequence} is that of the entry {seal.EntryKey}, and {entry.EntryKey} stands there.");
        if (entry.Hash != seal.EntryHash) return Fault(TrailFinding.Changed, $"The entry {seal.EntryKey} at {seal.Sequence} was changed: its hash is {entry.Hash}, and {seal.EntryHash} was sealed.");

        if (_first == 0) _first = seal.Sequence;
        (_sequence, _hash) = (seal.Sequence, seal.Hash);
        _sawHead |= seal.Hash == _anchors.Head;
        return null;
    }

    /// <summary>Whether the one that should be here comes later tells a removal from another order.</summary>
    private async Task<TrailFault> OutOfPlaceAsync(long found, IAsyncEnumerator<string?> rest)
    {
        var (expected, line) = (_sequence + 1, _line);
        if (found < expected) return Fault(TrailFinding.Inserted, $"Sequence {found} is here a second time, where {expected} should be.");
        while (await rest.MoveNextAsync())
        {
            _line++;
            if (rest.Current is { } text && TrailLine.Parse(text)?.Seal?.Sequence == expected)
                return new(TrailFinding.Reordered, line, $"Sequence {found} is where {expected} should be, which comes in line {_line}.");
        }

        var missing = found == expected + 1 ? $"Sequence {expected} is" : $"Sequences {expected} to {found - 1} are";
        var partial = _first == 0 ? " If this is a part of the trail, give the hash of the seal before it: --after <hash>." : "";
        return new(TrailFinding.Removed, line, $"{missing} missing before {found}.{partial}");
    }

    private TrailFault? Ended(TrailEnd? end)
    {
        if (end is null) return new(TrailFinding.CutShort, _line + 1, $"The export has no end after sequence {_sequence}: it was cut short. Export it again.");
        if (end.Lines != _line - 1 || end.LastHash != (_first == 0 ? null : _hash))
            return Fault(TrailFinding.Removed, $"The export was written with {end.Lines} entries, and there are {_line - 1}.");
        return _anchors.Head is null || _sawHead
            ? null
            : Fault(TrailFinding.NotTheAnchored, $"No seal up to {_sequence} has the hash {_anchors.Head}: the trail was rewritten or cut off before it, or the hash is of another trail.");
    }

    private TrailFault Fault(TrailFinding finding, string sentence) => new(finding, _line, sentence);
}
