using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Tests.Http;

public class FieldErrorsTests
{
    [Theory]
    [InlineData("x", true)]
    [InlineData("xxx", true)]
    [InlineData("😀😀😀", true)]
    [InlineData("xxxx", false)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("a\0b", false)]
    [InlineData(null, false)]
    public void A_required_text_has_characters_and_not_too_many(string? text, bool accepted) =>
        new FieldErrors().Text("title", text, min: 1, max: 3, required: true).Any.ShouldBe(!accepted);

    [Fact]
    public void A_text_that_is_not_required_may_be_null_and_empty()
    {
        new FieldErrors().Text("note", null, max: 3).Text("note", "", max: 3).Any.ShouldBeFalse();
        new FieldErrors().Text("note", null, max: 3, required: true).Any.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a@example.com", true)]
    [InlineData("a.b+c@example.co.uk", true)]
    [InlineData("Name <a@example.com>", false)]
    [InlineData("a@", false)]
    [InlineData("a", false)]
    [InlineData(" a@example.com", false)]
    public void An_address_is_one_address(string text, bool accepted) =>
        new FieldErrors().Email("email", text).Any.ShouldBe(!accepted);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void A_number_is_within_its_range(int number, bool accepted) =>
        new FieldErrors().Range("likelihood", (int?)number, 1, 5).Any.ShouldBe(!accepted);

    [Fact]
    public void An_enum_is_read_by_its_name_on_the_wire()
    {
        var errors = new FieldErrors();

        errors.Enum<Colour>("colour", "dark_blue").ShouldBe(Colour.DarkBlue);
        errors.Enum<Colour>("colour", null).ShouldBeNull();
        errors.Any.ShouldBeFalse();
        errors.Enum<Colour>("colour", "DarkBlue").ShouldBeNull();
        errors.Items.ShouldHaveSingleItem().Message.ShouldBe("This must be one of red, dark_blue.");
    }

    [Fact]
    public void Errors_are_collected()
    {
        var errors = new FieldErrors().Text("title", "", min: 1).Range("count", (int?)9, 1, 5).Require(false, "end", "This is before the start.");

        errors.Items.Select(error => error.Field).ShouldBe(["title", "count", "end"]);
    }
}
