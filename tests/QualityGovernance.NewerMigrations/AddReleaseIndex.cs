using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.PostgreSql;

/// <summary>Written after <see cref="AddReleaseNotes"/>.</summary>
[DbContext(typeof(PostgreSqlQgpDbContext))]
[Migration("29991231000001_AddReleaseIndex")]
public sealed class AddReleaseIndex : ReleaseIndexSteps
{
    protected override string Fill =>
        """
        DO $fill$ BEGIN
            LOOP
                UPDATE release_notes SET release_line = 'one of ' || (SELECT count(*) FROM reference_counters)
                    WHERE id IN (SELECT id FROM release_notes WHERE release_line IS NULL LIMIT 100);
                EXIT WHEN NOT FOUND;
                COMMIT;
            END LOOP;
        END $fill$;
        """;
}
