using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>How values are stored: times as UTC (text that sorts by time on SQLite), enums as their names on the wire.</summary>
internal static class StoredForms
{
    private static readonly ValueConverter<DateTimeOffset, DateTime> Utc = new(
        value => Clock.Stored(value).UtcDateTime,
        value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

    public static void Apply(IMutableModel model)
    {
        foreach (var property in model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type == typeof(DateTimeOffset)) property.SetValueConverter(Utc);
            if (!type.IsEnum) continue;
            property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(LabelConverter<>).MakeGenericType(type))!);
            property.SetMaxLength(50);
        }
    }

    private sealed class LabelConverter<TEnum>() : ValueConverter<TEnum, string>(value => EnumNames.Of(value), label => FromLabel(label))
        where TEnum : struct, Enum
    {
        private static TEnum FromLabel(string label) => EnumNames.TryParse<TEnum>(label, out var value)
            ? value
            : throw new InvalidOperationException(
                $"The database holds '{label}' where a {typeof(TEnum).Name} is expected; this release knows {string.Join(", ", EnumNames.All<TEnum>())}. Was it written by a newer release?");
    }
}
