using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Platform.Data;

/// <summary>The context on the embedded database.</summary>
public sealed class SqliteQgpDbContext(DbContextOptions<SqliteQgpDbContext> options) : QgpDbContext(options);
