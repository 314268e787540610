using System.Text.Json;
using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class SchemaTests : IDisposable
{
    private static readonly DateTime s_longAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly BuildRoot _root = new();

    public SchemaTests()
    {
        // The schema belongs to a build that stands among its sources.
        _root.Write("build/_build.csproj", "<Project />");
        var source = Path.GetDirectoryName(_root.Program)!;
        Directory.CreateDirectory(_root.At("build/bin"));
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, _root.At(Path.Combine("build/bin", Path.GetFileName(file))));
        _root.Program = _root.At("build/bin/Build.Sample.dll");
    }

    private string File_ => _root.At(".nuke/build.schema.json");

    public void Dispose() => _root.Dispose();

    [Fact]
    public void The_schema_has_the_shape_that_editors_know()
    {
        _root.Run("Noop").ExitCode.ShouldBe(0);

        using var schema = JsonDocument.Parse(File.ReadAllText(File_));
        var root = schema.RootElement;
        root.GetProperty("$schema").GetString().ShouldBe("http://json-schema.org/draft-04/schema#");
        var definitions = root.GetProperty("definitions");
        Names(definitions.GetProperty("ExecutableTarget").GetProperty("enum")).ShouldContain("Compile");
        Names(definitions.GetProperty("Mode").GetProperty("enum")).ShouldBe(["Fast", "Thorough"]);
        Names(definitions.GetProperty("Host").GetProperty("enum")).ShouldBe(["GitHubActions", "Terminal"]);
        Names(definitions.GetProperty("Verbosity").GetProperty("enum")).ShouldBe(["Verbose", "Normal", "Minimal", "Quiet"]);
        definitions.GetProperty("NukeBuild").GetProperty("properties").GetProperty("Skip").GetProperty("items").GetProperty("$ref").GetString().ShouldBe("#/definitions/ExecutableTarget");
        var own = root.GetProperty("allOf")[0].GetProperty("properties");
        own.GetProperty("Mode").GetProperty("$ref").GetString().ShouldBe("#/definitions/Mode");
        own.GetProperty("Mode").GetProperty("description").GetString().ShouldBe("Mode to run in");
        Names(own.GetProperty("Count").GetProperty("type")).ShouldBe(["integer", "null"]);
        own.GetProperty("DryRun").GetProperty("type").GetString().ShouldBe("boolean");
        own.GetProperty("Things").GetProperty("items").GetProperty("type").GetString().ShouldBe("string");
        Names(own.GetProperty("Flavour").GetProperty("enum")).ShouldBe(["Sour", "Sweet"]);
        own.GetProperty("ApiToken").GetProperty("default").GetString()!.ShouldContain("API_TOKEN");
        root.GetProperty("allOf")[1].GetProperty("$ref").GetString().ShouldBe("#/definitions/NukeBuild");
    }

    [Fact]
    public void An_unchanged_schema_is_not_written_again()
    {
        _root.Run("Noop");
        File.SetLastWriteTimeUtc(File_, s_longAgo);

        _root.Run("Noop");
        _root.Run("Show");

        File.GetLastWriteTimeUtc(File_).ShouldBe(s_longAgo);
    }

    [Fact]
    public void A_schema_that_was_changed_by_hand_is_written_again()
    {
        _root.Run("Noop");
        var schema = File.ReadAllText(File_);
        File.AppendAllText(File_, " ");

        _root.Run("Noop");

        File.ReadAllText(File_).ShouldBe(schema);
    }

    [Fact]
    public void A_schema_that_is_missing_is_written_again()
    {
        _root.Run("Noop");
        File.Delete(File_);

        _root.Run("Noop");

        File.Exists(File_).ShouldBeTrue();
    }

    [Fact]
    public void Another_build_writes_its_own_schema()
    {
        _root.Run("Noop");
        var other = Path.Combine(AppContext.BaseDirectory, "..", "..", "Build.Conformance", new DirectoryInfo(AppContext.BaseDirectory).Name);
        foreach (var file in Directory.EnumerateFiles(other, "Build.Conformance*"))
            File.Copy(file, _root.At(Path.Combine("build/bin", Path.GetFileName(file))));
        _root.Program = _root.At("build/bin/Build.Conformance.dll");

        _root.Run("Noop").ExitCode.ShouldBe(0);

        File.ReadAllText(File_).ShouldContain("TriggeredB");
    }

    private static IEnumerable<string?> Names(JsonElement array) => array.EnumerateArray().Select(x => x.GetString());
}
