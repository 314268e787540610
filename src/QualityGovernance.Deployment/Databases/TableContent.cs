namespace QualityGovernance.Deployment.Databases;

/// <summary>What a table holds, in two values that are equal for equal rows in any order.</summary>
/// <param name="Name">Of the table; a sequence is called <c>sequence name</c>.</param>
/// <param name="Rows">
/// How many. A sequence has no rows and does not obey transactions, so that its value differs from one moment of a dump to the next; what is compared is 1 where it has given
/// all numbers that its column holds, and 0 where it would give one of them again.
/// </param>
/// <param name="Hash">Sum of the SHA-256 of all rows, in two halves of 64 bits. It finds what was lost or changed, not what somebody made up to have the same sum.</param>
public sealed record TableContent(string Name, long Rows, string Hash)
{
    private const string Sequence = "sequence ";

    /// <summary>Lists every table of the schema public, and every sequence, in an order that does not depend on the server's locale.</summary>
    internal const string Script =
        """
        SET timezone = 'UTC';
        SET datestyle = 'ISO, YMD';
        SET intervalstyle = 'iso_8601';
        SET extra_float_digits = 3;
        SET bytea_output = 'hex';
        SELECT format($query$SELECT 'table', %L, count(*), coalesce(sum(('x' || substr(h, 1, 16))::bit(64)::bigint::numeric), 0) || ':' || coalesce(sum(('x' || substr(h, 17, 16))::bit(64)::bigint::numeric), 0)
          FROM (SELECT encode(sha256(convert_to(r::text, 'UTF8')), 'hex') AS h FROM %I.%I AS r) AS hashed$query$, tablename, schemaname, tablename)
          FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE "C" \gexec
        SELECT format($query$SELECT 'table', %L, (coalesce((SELECT max(%I) FROM %I.%I), 0) <= coalesce((SELECT last_value FROM pg_sequences WHERE schemaname = %L AND sequencename = %L), 0))::int, '-'$query$,
            'sequence ' || s.relname, a.attname, n.nspname, t.relname, n.nspname, s.relname)
          FROM pg_class AS s
          JOIN pg_namespace AS n ON n.oid = s.relnamespace AND n.nspname = 'public'
          JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype IN ('a', 'i')
          JOIN pg_class AS t ON t.oid = d.refobjid
          JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
          WHERE s.relkind = 'S' ORDER BY s.relname COLLATE "C" \gexec

        """;

    /// <summary>Out of what <see cref="Script"/> printed, among other lines.</summary>
    internal static IReadOnlyList<TableContent> Read(IEnumerable<string[]> rows) =>
        [.. rows.Where(row => row is ["table", _, _, _]).Select(row => new TableContent(row[1], long.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), row[3]))];

    /// <summary>One sentence for each table that is not as it should be.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<TableContent> expected, IReadOnlyList<TableContent> found)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(found);
        var here = found.ToDictionary(table => table.Name);
        return
        [
            .. expected.Select(table => (table, now: here.GetValueOrDefault(table.Name))).Select(pair => pair switch
            {
                (var table, null) => $"{table.Name} is missing",
                var (table, now) when table.Rows != now.Rows && table.Name.StartsWith(Sequence, StringComparison.Ordinal) => $"{table.Name} would give numbers again that are taken",
                var (table, now) when table.Rows != now.Rows => $"{table.Name} has {now.Rows} rows instead of {table.Rows}",
                var (table, now) when table.Hash != now.Hash => $"{table.Name} has as many rows as it should, with other contents",
                _ => null,
            }).OfType<string>(),
            .. found.Select(table => table.Name).Except(expected.Select(table => table.Name)).Select(name => $"{name} is there and should not be"),
        ];
    }
}
