namespace QualityGovernance.Architecture.Tests;

public sealed class VerdictTests
{
    public static TheoryData<string> PlantedMembers =>
        [.. typeof(Planted.PlantedVerdicts).GetMembers().Where(member => member.DeclaringType == typeof(Planted.PlantedVerdicts)).Select(member => member.Name)];

    [Fact]
    public void No_source_holds_the_word_of_a_verdict_in_whatever_form() =>
        Repository.Sources("src", "build").SelectMany(file => VerdictRules.WordsIn(File.ReadAllText(file)).Select(word => $"{Repository.Relative(file)}: {word}")).ShouldBeEmpty();

    [Theory]
    [InlineData("Console.WriteLine(\"PASS\");")]
    [InlineData("var verdict = \"Rehearsal PASSED\";")]
    [InlineData("return \"\"\"\n  all\n  GREEN\n  \"\"\";")]
    [InlineData("$\"{steps} of 8 PASSED\"")]
    [InlineData("// PASS")]
    public void A_planted_word_is_found(string source) => VerdictRules.WordsIn(source).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Outcome.Passed")]
    [InlineData("bypass PASSWORD")]
    public void Another_word_is_not_mistaken_for_one(string source) => VerdictRules.WordsIn(source).ShouldBeEmpty();

    [Fact]
    public void No_compiled_code_holds_a_verdict_or_makes_text_of_an_outcome_by_itself() =>
        Products.Names.SelectMany(product => VerdictRules.In(Products.PathOf(product)))
            .ShouldBeEmpty("a verdict follows from receipts and is written nowhere; a member of a record that is stored under this word is called something else, such as HasPassed");

    [Fact]
    public void Every_program_and_library_is_read()
    {
        Products.Names.ShouldBeSubsetOf(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileNameWithoutExtension), "refer to the project from QualityGovernance.Architecture.Tests.csproj");
        Products.Names.ShouldContain("QualityGovernance.Backup");
        Products.Names.ShouldContain("verify-evidence");
    }

    [Theory]
    [MemberData(nameof(PlantedMembers))]
    public void A_planted_verdict_is_found(string member) =>
        VerdictRules.In(typeof(VerdictTests).Assembly.Location).ShouldContain(fault => fault.StartsWith($"{typeof(Planted.PlantedVerdicts).FullName}.{member} ", StringComparison.Ordinal));
}
