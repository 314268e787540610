using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace QualityGovernance.Migrations.DesignTime;

/// <summary>Writes migrations that derive from <see cref="SchemaMigration"/> and name their parent.</summary>
public sealed class SchemaMigrationGenerator(
    MigrationsCodeGeneratorDependencies dependencies, CSharpMigrationsGeneratorDependencies csharpDependencies, IMigrationsAssembly known)
    : CSharpMigrationsGenerator(dependencies, csharpDependencies)
{
    public override string GenerateMigration(
        string? migrationNamespace, string migrationName, IReadOnlyList<MigrationOperation> upOperations, IReadOnlyList<MigrationOperation> downOperations)
    {
        var parent = known.Migrations.Keys.Order(StringComparer.Ordinal).LastOrDefault();
        var quoted = parent is null ? "null" : $"\"{parent}\"";
        var code = base.GenerateMigration(migrationNamespace, migrationName, upOperations, downOperations);
        code = Replace(code, $"partial class {migrationName} : Migration", $"partial class {migrationName} : SchemaMigration");
        code = Replace(code, "protected override void Up(", "protected override void Apply(");
        code = Replace(code, "protected override void Down(", "protected override void Revert(");
        code = code.Replace("        /// <inheritdoc />\n", "", StringComparison.Ordinal);
        return Replace(
            code,
            "        protected override void Apply(",
            $"        public override string Parent => {quoted};\n\n"
            + "        // The oldest release that can serve on this schema. Its own id when it renames or takes away what that release reads.\n"
            + $"        public override string CompatibleFrom => {(parent is null ? "Id" : quoted)};\n\n"
            + "        protected override void Apply(");
    }

    private static string Replace(string code, string what, string with) => code.Contains(what, StringComparison.Ordinal)
        ? code.Replace(what, with, StringComparison.Ordinal)
        : throw new InvalidOperationException($"The migrations tool no longer writes '{what}'; teach {nameof(SchemaMigrationGenerator)} its new form.");
}
