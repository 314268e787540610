using QualityGovernance.Migrations.DesignTime;

namespace QualityGovernance.Migrations.Tests.DesignTime;

public sealed class SharedIdsTests
{
    private readonly SharedIds _ids = new();

    [Theory]
    [InlineData("20261123000000_Initial", true)]
    [InlineData("20261123000000_", false)]
    [InlineData("20261323000000_Month13", false)]
    [InlineData("Initial", false)]
    public void An_id_is_a_time_and_a_name(string id, bool valid) => _ids.IsValidId(id).ShouldBe(valid);

    [Fact]
    public void The_name_is_what_follows_the_time() => _ids.GetName("20261123000000_Add_colour").ShouldBe("Add_colour");

    [Fact]
    public void Ids_take_their_time_from_outside() =>
        FixedTime.Run("20270203040506", () => _ids.GenerateId("AddColour")).ShouldBe("20270203040506_AddColour");

    [Theory]
    [InlineData("soon")]
    [InlineData(null)]
    public void There_is_no_id_without_a_time(string? time) =>
        Should.Throw<InvalidOperationException>(() => FixedTime.Run(time, () => _ids.GenerateId("AddColour"))).Message.ShouldContain("AddMigration --name");
}
