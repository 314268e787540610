using Microsoft.Extensions.Primitives;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Tests.Http;

public class EntityTagsTests
{
    [Fact]
    public void A_tag_is_strong_and_changes_with_every_byte()
    {
        EntityTags.Of("a"u8).ShouldMatch("^\"[A-Za-z0-9_-]{22}\"$");
        EntityTags.Of("a"u8).ShouldBe(EntityTags.Of("a"u8));
        EntityTags.Of("a"u8).ShouldNotBe(EntityTags.Of("b"u8));
    }

    [Theory]
    [InlineData("\"a\"", true, true)]
    [InlineData("\"b\" , \"a\"", true, true)]
    [InlineData("*", true, true)]
    [InlineData("W/\"a\"", false, true)]
    [InlineData("\"A\"", false, false)]
    [InlineData("\"\"", false, false)]
    public void A_weak_tag_matches_for_reading_only(string header, bool strongly, bool weakly)
    {
        EntityTags.TryRead(header, out var tags).ShouldBeTrue();
        tags!.MatchesStrongly("\"a\"").ShouldBe(strongly);
        tags!.MatchesWeakly("\"a\"").ShouldBe(weakly);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("\"a")]
    [InlineData("\"a\", b")]
    [InlineData("*, \"a\"")]
    public void What_is_no_list_of_tags_is_not_read_as_one(string header) => EntityTags.TryRead(header, out _).ShouldBeFalse();

    [Fact]
    public void A_list_may_come_in_several_headers()
    {
        EntityTags.TryRead(new StringValues(["\"a\"", "\"b\""]), out var tags).ShouldBeTrue();
        tags!.MatchesStrongly("\"b\"").ShouldBeTrue();
    }
}
