using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Sqlite;

/// <summary>The same as for PostgreSQL.</summary>
[DbContext(typeof(SqliteQgpDbContext))]
[Migration("29991231000001_AddReleaseIndex")]
public sealed class SqliteAddReleaseIndex : ReleaseIndexSteps
{
    protected override string Fill => "UPDATE release_notes SET release_line = 'one of ' || (SELECT count(*) FROM reference_counters) WHERE release_line IS NULL;";
}
