using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace QualityGovernance.Platform.Data;

/// <summary>Tells the data context which assembly holds the entity configurations, so that the platform knows no feature.</summary>
public sealed class ModelAssembly(Assembly assembly) : IDbContextOptionsExtension
{
    private DbContextOptionsExtensionInfo? _info;

    public Assembly Assembly { get; } = assembly;

    public DbContextOptionsExtensionInfo Info => _info ??= new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services)
    {
        // Nothing to register: the context reads the assembly from its options.
    }

    public void Validate(IDbContextOptions options) => ArgumentNullException.ThrowIfNull(options);

    private sealed class ExtensionInfo(ModelAssembly extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => $"model={Name} ";

        private string? Name => ((ModelAssembly)Extension).Assembly.GetName().Name;

        // The model is cached per internal service provider: another assembly needs another one.
        public override int GetServiceProviderHashCode() => Name?.GetHashCode(StringComparison.Ordinal) ?? 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo info && info.Name == Name;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Qgp:ModelAssembly"] = Name ?? "";
    }
}
