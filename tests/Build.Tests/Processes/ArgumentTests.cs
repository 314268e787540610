using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Build.Tests.Processes;

public sealed class ArgumentTests
{
    [Fact]
    public void Values_are_quoted_where_they_need_it()
    {
        var spaced = "a b";
        AbsolutePath path = "/x y/z";

        Render($"--one {spaced} --two {"c"} --three {path} --four {5}").ShouldBe("--one \"a b\" --two c --three \"/x y/z\" --four 5");
        Render($"--one {spaced:nq}").ShouldBe("--one a b");
        Render($"--one {path:nq}").ShouldBe("--one /x y/z");
        Render($"--one {"\"a b\""}").ShouldBe("--one \"a b\"");
        Render("as it is").ShouldBe("as it is");
        Render((IEnumerable<IAbsolutePathHolder>)[path, (AbsolutePath)"/w"]).ShouldBe("--all \"/x y/z\" /w");
    }

    [Fact]
    public void A_value_marked_as_secret_is_taken_out_of_output()
    {
        ArgumentStringHandler arguments = $"--password {"marked-s3cret":r}";
        var filter = arguments.GetFilter();

        arguments.ToStringAndClear().ShouldBe("--password marked-s3cret");
        filter("login with marked-s3cret failed").ShouldBe("login with [REDACTED] failed");
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("", "\"\"")]
    [InlineData("\"a b\"", "\"a b\"")]
    [InlineData("a \"b\"", "\"a \\\"b\\\"\"")]
    public void Double_quotes_come_only_where_needed(string text, string expected) => text.DoubleQuoteIfNeeded().ShouldBe(expected);

    [Theory]
    [InlineData("ApiToken", "Api,Token")]
    [InlineData("GitHubToken", "GitHub,Token")]
    [InlineData("NuGetApiKey", "NuGet,Api,Key")]
    [InlineData("UseMSBuildNow", "Use,MSBuild,Now")]
    [InlineData("BuildID", "Build,ID")]
    [InlineData("IDBuild", "ID,Build")]
    [InlineData("X", "X")]
    public void Names_are_split_at_their_humps(string name, string parts) =>
        name.SplitCamelHumpsWithKnownWords().ShouldBe(parts.Split(','));

    private static string Render(ArgumentStringHandler arguments) => arguments.ToStringAndClear();

    private static string Render(IEnumerable<IAbsolutePathHolder> paths)
    {
        ArgumentStringHandler arguments = $"--all {paths}";
        return arguments.ToStringAndClear();
    }
}
