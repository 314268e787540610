using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class SecretMaskTests
{
    private readonly SecretMask mask = new();

    [Fact]
    public void A_registered_secret_is_replaced_wherever_it_stands()
    {
        mask.Register("sentinel-7731");

        mask.Apply("a sentinel-7731 and sentinel-7731!").ShouldBe("a *** and ***!");
    }

    [Fact]
    public void What_was_not_registered_stays() => mask.Apply("sentinel-7731").ShouldBe("sentinel-7731");

    [Theory]
    [InlineData("p@ss/w:rd", "postgresql://u:p%40ss%2Fw%3Ard@host/db")]
    [InlineData("say \"hi\"", "{\"password\":\"say \\u0022hi\\u0022\"}")]
    public void The_spellings_of_addresses_and_of_json_are_replaced_too(string secret, string text)
    {
        mask.Register(secret);

        mask.Apply(text).ShouldContain("***");
        mask.Apply(text).ShouldNotContain("hi\\u0022");
        mask.Apply(text).ShouldNotContain("ss%2Fw");
    }

    [Fact]
    public void Of_two_secrets_where_one_contains_the_other_nothing_stays()
    {
        mask.Register("sentinel");
        mask.Register("sentinel-7731");

        mask.Apply("x sentinel-7731 y").ShouldBe("x *** y");
    }

    [Fact]
    public void Every_line_of_a_secret_of_several_lines_is_replaced()
    {
        mask.Register("-----BEGIN KEY-----\nc2VudGluZWw\n-----END KEY-----");

        mask.Apply("it printed c2VudGluZWw alone").ShouldBe("it printed *** alone");
    }

    [Fact]
    public void A_value_so_short_that_it_occurs_by_chance_is_left_alone()
    {
        mask.Register("on");

        mask.Apply("nothing on").ShouldBe("nothing on");
    }
}
