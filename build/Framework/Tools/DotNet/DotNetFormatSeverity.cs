using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>From which severity on <c>dotnet format</c> acts.</summary>
[TypeConverter(typeof(TypeConverter<DotNetFormatSeverity>))]
public class DotNetFormatSeverity : Enumeration
{
    public static DotNetFormatSeverity info = "info";
    public static DotNetFormatSeverity warn = "warn";
    public static DotNetFormatSeverity error = "error";

    public static implicit operator DotNetFormatSeverity(string value) => new() { Value = value };
}
