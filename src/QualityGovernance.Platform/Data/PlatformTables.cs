using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityGovernance.Platform.Auditing;
using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Platform.Idempotency;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Platform.Data;

/// <summary>The tables that belong to the mechanisms rather than to a feature.</summary>
internal sealed class PlatformTables :
    IEntityTypeConfiguration<SchemaInfo>, IEntityTypeConfiguration<ReferenceCounter>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditSeal>,
    IEntityTypeConfiguration<SignInAttempt>, IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<SchemaInfo> builder)
    {
        builder.ToTable(SchemaInfo.Table, table => table.HasCheckConstraint("ck_schema_info_one_row", "id = 1"));
        builder.Property(info => info.Id).ValueGeneratedNever();
        builder.Property(info => info.Revision).HasMaxLength(150);
        builder.Property(info => info.CompatibleFrom).HasMaxLength(150);
        builder.NotAudited("written by migrations, whose history is the record");
    }

    public void Configure(EntityTypeBuilder<ReferenceCounter> builder)
    {
        builder.ToTable(ReferenceCounter.Table);
        builder.HasKey(counter => new { counter.Prefix, counter.Year });
        builder.Property(counter => counter.Prefix).HasMaxLength(10);
        builder.NotAudited("the numbers given stand in the audit entries of their records");
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable(AuditEntry.Table);
        builder.Property(entry => entry.Action).HasMaxLength(50);
        builder.Property(entry => entry.EntityType).HasMaxLength(50);
        builder.Property(entry => entry.RequestId).HasMaxLength(64);
        builder.HasIndex(entry => entry.EntryKey).IsUnique();
        builder.HasIndex(entry => new { entry.EntityType, entry.EntityId });
        builder.HasIndex(entry => entry.ActorId);
        builder.HasIndex(entry => entry.OccurredAt);
        builder.HasIndex(entry => entry.Action);
        builder.HasIndex(entry => entry.RequestId);
        builder.NotAudited("the trail itself");
    }

    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable(AuditSeal.Table);
        builder.HasKey(seal => seal.Sequence);
        builder.Property(seal => seal.Sequence).ValueGeneratedNever();
        builder.Property(seal => seal.EntryHash).HasMaxLength(64);
        builder.Property(seal => seal.PreviousHash).HasMaxLength(64);
        builder.Property(seal => seal.Hash).HasMaxLength(64);
        builder.HasIndex(seal => seal.EntryKey).IsUnique();
        builder.NotAudited("says of the trail what it was");
    }

    public void Configure(EntityTypeBuilder<SignInAttempt> builder)
    {
        builder.ToTable(SignInAttempt.Table);
        builder.HasKey(attempt => attempt.Key);
        builder.Property(attempt => attempt.Key).HasMaxLength(64);
        builder.HasIndex(attempt => attempt.LastAt);
        builder.NotAudited("counts of failures, not records");
    }

    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable(IdempotencyRecord.Table);
        builder.HasKey(record => new { record.ActorId, record.Key });
        builder.Property(record => record.Key).HasMaxLength(IdempotentRequest.LongestKey);
        builder.Property(record => record.Operation).HasMaxLength(2_000);
        builder.Property(record => record.RequestHash).HasMaxLength(64);
        builder.Property(record => record.ContentType).HasMaxLength(100);
        builder.Property(record => record.Location).HasMaxLength(2_000);
        builder.Property(record => record.EntityTag).HasMaxLength(50);
        builder.HasIndex(record => record.ExpiresAt);
        builder.NotAudited("answers kept for a day; what they answered is in the trail");
    }
}
