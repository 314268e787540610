using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Web.Features.Incidents;

namespace QualityGovernance.Platform.Tests.Data;

public sealed class PartialUpdatesTests
{
    private readonly Machine machine = new() { Name = "press", Power = 7, Room = "B2", Bought = DateTimeOffset.UnixEpoch };

    [Fact]
    public void What_is_left_out_stays_as_it_is()
    {
        new MachineUpdate(default, default, default, default, default).ApplyTo(machine);

        (machine.Name, machine.Power, machine.Room, machine.Bought).ShouldBe(("press", 7, "B2", DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void What_is_given_is_taken_over_null_too_and_times_as_the_database_keeps_them()
    {
        var late = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(17);

        new MachineUpdate("lathe", 9, new Optional<string?>(null), late, 3).ApplyTo(machine);

        (machine.Name, machine.Power, machine.Room).ShouldBe(("lathe", 9, null));
        machine.Bought.ShouldBe(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero).AddTicks(10));
        machine.Bought!.Value.Offset.ShouldBe(TimeSpan.Zero);
        machine.Wear.ShouldBe(0, "the handler sets it");
    }

    [Fact]
    public void A_time_can_be_emptied()
    {
        new MachineUpdate(default, default, default, new Optional<DateTimeOffset?>(null), default).ApplyTo(machine);

        machine.Bought.ShouldBeNull();
    }

    /// <summary>The mutants: each would be passed over in silence.</summary>
    [Theory]
    [InlineData(typeof(Misspelt), "Misspelt.Nmae can't be copied: Machine has no member of this name that can be set")]
    [InlineData(typeof(Unsettable), "Unsettable.Wear can't be copied: Machine has no member of this name that can be set")]
    [InlineData(typeof(Fixed), "Fixed.Serial can't be copied: Machine has no member of this name that can be set")]
    [InlineData(typeof(OfAnotherType), "OfAnotherType.Power can't be copied: Machine has it as another type, Int32")]
    [InlineData(typeof(EmptiedNumber), "EmptiedNumber.Power can't be copied: Machine can't be without it: mark it [Required]")]
    [InlineData(typeof(EmptiedText), "EmptiedText.Name can't be copied: Machine can't be without it: mark it [Required]")]
    public void A_member_that_nobody_takes_is_refused(Type request, string reason)
    {
        var error = Should.Throw<InvalidOperationException>(() => PartialUpdates.Pairs(request, typeof(Machine)));

        error.Message.ShouldStartWith(reason);
        error.Message.ShouldEndWith("A member that the handler sets itself is marked [SetApart].");
    }

    [Fact]
    public void Every_partial_update_of_the_service_finds_where_its_members_go()
    {
        var requests = typeof(Incident).Assembly.GetTypes().Select(type => (Request: type, Record: RecordOf(type))).Where(pair => pair.Record is not null).ToList();

        requests.ShouldContain((typeof(IncidentUpdate), typeof(Incident)));
        requests.Count.ShouldBeGreaterThan(10);
        foreach (var (request, record) in requests)
            PartialUpdates.Pairs(request, record!).ShouldNotBeEmpty(request.Name);
    }

    private static Type? RecordOf(Type request) =>
        request.GetInterfaces().SingleOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IPartialUpdate<>))?.GetGenericArguments().Single();

    private sealed class Machine
    {
        public required string Name { get; set; }

        public int Power { get; set; }

        public string? Room { get; set; }

        public DateTimeOffset? Bought { get; set; }

        public int Wear { get; private set; }

        public string? Serial { get; init; }
    }

    private sealed record MachineUpdate(
        [Required] Optional<string?> Name, [Required] Optional<int?> Power, Optional<string?> Room, Optional<DateTimeOffset?> Bought, [SetApart] Optional<int?> Wear) : IPartialUpdate<Machine>;

    private sealed record Misspelt(Optional<string?> Nmae);

    private sealed record Unsettable([Required] Optional<int?> Wear);

    private sealed record Fixed(Optional<string?> Serial);

    private sealed record OfAnotherType([Required] Optional<string?> Power);

    private sealed record EmptiedNumber(Optional<int?> Power);

    private sealed record EmptiedText(Optional<string?> Name);
}
