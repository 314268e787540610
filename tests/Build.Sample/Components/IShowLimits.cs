using System.Globalization;
using Nuke.Common;
using Serilog;

/// <summary>Two targets of one component.</summary>
public interface IShowLimits : IHasLimits
{
    Target ShowLimits => _ => _
        .Description("Shows the values of a component")
        .Executes(() =>
        {
            var patience = Patience?.ToString("c", CultureInfo.InvariantCulture) ?? "none";
            Log.Information("Retries={Retries} Early={Early} Patience={Patience} Flavour={Flavour}", Retries, Early, patience, Flavour.ToString());
            Log.Information("Place={Place} Things={Things}", Place.ToString(), string.Join('|', Things));
        });

    Target CheckLimits => _ => _
        .Description("Fails without patience")
        .DependsOn(ShowLimits)
        .Requires(() => Patience)
        .Produces(RootDirectory / "artifacts" / "*.txt")
        .Executes(() => Log.Information("patient"));
}
