using System.ComponentModel;
using Nuke.Common.Tooling;

/// <summary>Values of a parameter, as the API's open enumerations are written.</summary>
[TypeConverter(typeof(TypeConverter<Flavour>))]
public class Flavour : Enumeration
{
    public static readonly Flavour Sweet = new() { Value = "sweet!" };
    public static readonly Flavour Sour = new() { Value = "sour!" };
}
