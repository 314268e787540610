using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using QualityGovernance.Platform.Auditing;

namespace QualityGovernance.Platform.Data;

/// <summary>
/// The one data context. Pooled, so its constructor takes no user; who acts is given with <see cref="LeaseTo"/>.
/// A subclass per provider exists because each has a migration history of its own.
/// </summary>
public abstract partial class QgpDbContext(DbContextOptions options) : DbContext(options)
{
    private static readonly string[] PropertiesOfEveryRecord = [nameof(Entity.CreatedAt), nameof(Entity.UpdatedAt), nameof(Entity.RowVersion)];

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>What has arrived for the next query: see <see cref="RoundTrip"/>.</summary>
    internal ArrivedReader? Arrived { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(QgpDbContext).Assembly);
        if (this.GetService<IDbContextOptions>().FindExtension<ModelAssembly>() is { } model)
            modelBuilder.ApplyConfigurationsFromAssembly(model.Assembly);

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(type => typeof(Entity).IsAssignableFrom(type.ClrType)).ToList())
        {
            var builder = modelBuilder.Entity(entity.ClrType);
            foreach (var property in PropertiesOfEveryRecord) builder.Property(property).IsRequired();
            builder.Property(nameof(Entity.RowVersion)).IsConcurrencyToken();
            builder.HasQueryFilter(DeletedRecords.LeftOut(entity.ClrType));
        }

        TableReferences.Apply(modelBuilder);
        StoredForms.Apply(modelBuilder.Model);
        SnakeCase.Apply(modelBuilder.Model);
    }
}
