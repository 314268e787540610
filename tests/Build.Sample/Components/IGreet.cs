using Nuke.Common;
using Serilog;

/// <summary>Values that attributes of the build's own give.</summary>
public interface IGreet : INukeBuild
{
    [Greeting("hello")] string Hello => TryGetValue(() => Hello);
    [Greeting("")] string Nobody => TryGetValue(() => Nobody);

    Target Greet => _ => _.Executes(() => Log.Information("{Hello}, {Nobody}", Hello, Nobody ?? "no one"));
}
