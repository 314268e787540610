using System.Globalization;
using Microsoft.EntityFrameworkCore.Migrations;

namespace QualityGovernance.Migrations.DesignTime;

/// <summary>Ids whose time comes from outside, so that the migrations of one change have the same id on every provider.</summary>
public sealed class SharedIds : IMigrationsIdGenerator
{
    public const string Variable = "QGP_MIGRATION_TIMESTAMP";

    private const string Format = "yyyyMMddHHmmss";

    public string GenerateId(string name) => $"{Timestamp()}_{name}";

    public string GetName(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id[(Format.Length + 1)..];
    }

    public bool IsValidId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length > Format.Length + 1 && value[Format.Length] == '_' && IsTimestamp(value[..Format.Length]);
    }

    private static string Timestamp()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        return given is not null && IsTimestamp(given)
            ? given
            : throw new InvalidOperationException($"{Variable} must hold a time as {Format}, the same for both providers. Use ./build.sh AddMigration --name X, which sets it.");
    }

    private static bool IsTimestamp(string text) => DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
