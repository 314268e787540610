namespace QualityGovernance.Architecture.Tests;

/// <summary>The table "who may see whom". Each rule lists what it forbids, so that a planted violation can be shown to it.</summary>
public static class LayerRules
{
    private const string Features = "QualityGovernance.Web.Features.";

    private const string AzureRoom = "QualityGovernance.Platform.Configuration.KeyVault.AzureVault";

    private static readonly string[] FrameworksAnEntityMustNotKnow =
        ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Npgsql", "Microsoft.Data.Sqlite", "Serilog"];

    /// <summary>Floors of Deployment, lowest first: a room sees rooms on its own floor or below.</summary>
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Runs"] = 0, ["Engine"] = 0, ["Probing"] = 0, ["Contracts"] = 0, ["CommandLines"] = 0, ["Generated"] = 0,
        ["Testing"] = 1, ["Workflows"] = 1, ["Stacks"] = 1, ["Images"] = 1, ["Databases"] = 1, ["Evidence"] = 1,
        ["Procedures"] = 2, ["Rehearsal"] = 2, ["Drills"] = 2, ["Releases"] = 2, ["Infrastructure"] = 2, ["Scanning"] = 2, ["Documents"] = 2,
    };

    /// <summary>Which assemblies each part may refer to, besides the base class library; a name that ends with a dot stands for all that begin with it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["QualityGovernance.Platform"] =
        [
            "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.", "Microsoft.Data.Sqlite", "Npgsql", "Serilog", "Azure.",
            "Microsoft.OpenApi", "Microsoft.IdentityModel.", "Microsoft.Net.Http.Headers", "Scalar.AspNetCore", "BCrypt-Net-Next",
        ],
        ["QualityGovernance.Migrations"] = ["QualityGovernance.Web", "QualityGovernance.Platform", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.", "Microsoft.Data.Sqlite", "Microsoft.OpenApi", "Npgsql", "Serilog"],
        ["QualityGovernance.Deployment"] = ["Microsoft.Win32.Primitives", "YamlDotNet"],
        ["_build"] = ["QualityGovernance.Deployment", "Nuke.", "Serilog", "YamlDotNet"],
    };

    /// <summary>A feature sees another feature's ids and read records only (types named ...Id, ...Summary or ...Record).</summary>
    public static IEnumerable<References.Reference> FeatureSeesAnotherFeature(IEnumerable<References.Reference> references) =>
        from reference in references
        let origin = FeatureOf(reference.From)
        let target = FeatureOf(reference.To)
        where origin is not null && target is not null && origin != target
        where !reference.To.EndsWith("Id", StringComparison.Ordinal)
            && !reference.To.EndsWith("Summary", StringComparison.Ordinal)
            && !reference.To.EndsWith("Record", StringComparison.Ordinal)
        select reference;

    public static IEnumerable<References.Reference> EntitySeesAFramework(IEnumerable<References.Reference> references, IReadOnlySet<string> entities) =>
        references.Where(reference => entities.Contains(reference.From)
            && FrameworksAnEntityMustNotKnow.Any(framework => reference.To.StartsWith(framework, StringComparison.Ordinal)));

    public static IEnumerable<string> AssembliesThatItMustNotKnow(string part, IEnumerable<string> assemblies) => assemblies.Where(name =>
        !name.StartsWith("System.", StringComparison.Ordinal) && !Allowed[part].Any(allowed => name == allowed || name.StartsWith(allowed.TrimEnd('.') + ".", StringComparison.Ordinal)));

    /// <summary>The table of contents names each feature by what maps it or registers it, and nothing within.</summary>
    public static IEnumerable<References.Reference> ProgramSeesWithinAFeature(IEnumerable<References.Reference> references) => references.Where(reference =>
        reference.From == "Program" && FeatureOf(reference.To) is not null
        && !reference.To.EndsWith("Endpoints", StringComparison.Ordinal) && !reference.To.EndsWith("Registration", StringComparison.Ordinal));

    public static IEnumerable<References.Reference> RoomSeesAHigherFloor(IEnumerable<References.Reference> references, string product = "QualityGovernance.Deployment.") =>
        from reference in references
        let origin = RoomOf(reference.From, product)
        let target = RoomOf(reference.To, product)
        where origin is not null && target is not null && origin != target && FloorOf(origin) < FloorOf(target)
        select reference;

    /// <summary>The libraries of Azure are named in one room, so that a service without a vault never loads them.</summary>
    public static IEnumerable<References.Reference> AzureIsSeenFromElsewhere(IEnumerable<References.Reference> references) =>
        references.Where(reference => reference.To.StartsWith("Azure.", StringComparison.Ordinal) && !reference.From.StartsWith(AzureRoom, StringComparison.Ordinal));

    /// <summary>Rooms that reach themselves over other rooms, as a path.</summary>
    public static IEnumerable<string> Circles(IEnumerable<References.Reference> references, string product = "QualityGovernance.Deployment.")
    {
        var rooms = references
            .Select(reference => (From: RoomOf(reference.From, product), To: RoomOf(reference.To, product)))
            .Where(pair => pair.From is not null && pair.To is not null && pair.From != pair.To)
            .ToLookup(pair => pair.From!, pair => pair.To!);
        return rooms.SelectMany(room => PathBack(room.Key, room.Key, [room.Key])).Distinct();

        IEnumerable<string> PathBack(string start, string at, IReadOnlyList<string> path) => rooms[at].Distinct().SelectMany(next =>
            next == start ? [string.Join(" -> ", path.Append(start))]
            : path.Contains(next) ? []
            : PathBack(start, next, [.. path, next]));
    }

    private static int FloorOf(string room) => Floors.TryGetValue(room, out var floor)
        ? floor
        : throw new InvalidOperationException($"The room {room} of Deployment has no floor. Give it one in {nameof(LayerRules)}.{nameof(Floors)}.");

    private static string? FeatureOf(string type) => Segment(type, Features);

    private static string? RoomOf(string type, string product) => Segment(type, product);

    private static string? Segment(string type, string prefix)
    {
        if (!type.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var rest = type[prefix.Length..].Split('.');
        return rest.Length > 1 ? rest[0] : null;
    }
}
