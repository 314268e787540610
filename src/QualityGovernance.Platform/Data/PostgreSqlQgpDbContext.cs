using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Platform.Data;

/// <summary>The context on PostgreSQL.</summary>
public sealed class PostgreSqlQgpDbContext(DbContextOptions<PostgreSqlQgpDbContext> options) : QgpDbContext(options);
