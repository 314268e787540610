using Microsoft.OpenApi;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Tests.Http;

/// <summary>One declaration, held to and described.</summary>
public sealed class MemberRulesTests
{
    private static readonly Form Good = new("t", null, null, null, null, null, default, null, null, null);

    public static TheoryData<Form, string> Wrong => new()
    {
        { Good with { Title = null }, "title" },
        { Good with { Title = " " }, "title" },
        { Good with { Title = "\0" }, "title" },
        { Good with { Title = "four" }, "title" },
        { Good with { Email = "nobody" }, "email" },
        { Good with { Number = "A B" }, "number" },
        { Good with { Number = "A\n" }, "number" },
        { Good with { Number = new string('A', 51) }, "number" },
        { Good with { Weight = double.NaN }, "weight" },
        { Good with { Weight = -0.1 }, "weight" },
        { Good with { Weight = 1.1 }, "weight" },
        { Good with { Ids = [1, 2, 3] }, "ids" },
        { Good with { Words = ["a", ""] }, "words[1]" },
        { Good with { Words = [null] }, "words[0]" },
        { Good with { Changed = new Optional<int?>(null) }, "changed" },
        { Good with { Changed = 0 }, "changed" },
        { Good with { Colour = "Red" }, "colour" },
        { Good with { Secret = "" }, "secret" },
        { Good with { Since = "" }, "since" },
        { Good with { Since = "yesterday" }, "since" },
        { Good with { Since = "10:00" }, "since" },
        { Good with { Since = "05/01/2026" }, "since" },
        { Good with { Since = "2026-05" }, "since" },
        { Good with { Since = "2026-05-01\"" }, "since" },
        { Good with { Since = "1899-12-31" }, "since" },
        { Good with { Since = "2200-01-01T00:00:00Z" }, "since" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_breaks_a_rule_is_named(Form form, string field) => new FieldErrors().Members(form).Items.Select(error => error.Field).ShouldBe([field]);

    [Fact]
    public void An_absent_member_of_a_partial_update_is_not_judged() => new FieldErrors().Members(Good with { Changed = default }).Any.ShouldBeFalse();

    [Fact]
    public void What_keeps_the_rules_is_taken()
    {
        new FieldErrors().Members(Good).Any.ShouldBeFalse();
        new FieldErrors().Members(new Form("äöü", "a@b.example", "POL-2026/1", 1, [1, 2], ["a"], 1, "dark_red", "2026-01-31T09:30:00+02:00", " ")).Any.ShouldBeFalse();
    }

    [Fact]
    public void A_part_is_named_with_the_place_it_stands_at() =>
        new FieldErrors().Members(Good with { Title = null }, "parts[2]").Items.Single().Field.ShouldBe("parts[2].title");

    [Fact]
    public void The_same_rules_are_described()
    {
        var text = Described(new TextAttribute(3) { Min = 1 });
        (text.MaxLength, text.MinLength, text.Pattern).ShouldBe((3, 1, @"\S"));
        var secret = Described(new TextAttribute(3) { Min = 1, MayBeBlank = true });
        (secret.MaxLength, secret.MinLength, secret.Pattern).ShouldBe((3, 1, null));
        Described(new EmailAttribute(9)).Format.ShouldBe("email");
        Described(new ReferenceNumberAttribute()).Pattern.ShouldBe("^[A-Za-z0-9._/-]+$");
        var number = Described(new RangeAttribute(-1e12, 0.5));
        (number.Minimum, number.Maximum).ShouldBe(("-1000000000000", "0.5"));
        Described(new RangeAttribute(1)).Maximum.ShouldBeNull();
        Described(new ItemsAttribute(2)).MaxItems.ShouldBe(2);
        Described(new OneOfAttribute<Colours>()).Enum!.Select(name => name.ToString()).ShouldBe(["red", "dark_red"]);
        Described(new MomentAttribute()).Format.ShouldBe("date-time");
        Described(new RequiredAttribute()).Type.ShouldBe(JsonSchemaType.String);
    }

    private static OpenApiSchema Described(MemberRuleAttribute rule)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null };
        rule.Describe(schema);
        return schema;
    }

    public enum Colours
    {
        Red,
        DarkRed,
    }

    public sealed record Form(
        [Required, Text(3, Min = 1)] string? Title,
        [Email(20)] string? Email,
        [ReferenceNumber] string? Number,
        [Range(0, 1)] double? Weight,
        [Items(2)] IReadOnlyList<int>? Ids,
        [Items(2, LongestText = 3)] IReadOnlyList<string?>? Words,
        [Required, Range(1)] Optional<int?> Changed,
        [OneOf<Colours>] string? Colour,
        [Moment] string? Since,
        [Text(3, Min = 1, MayBeBlank = true)] string? Secret);
}
