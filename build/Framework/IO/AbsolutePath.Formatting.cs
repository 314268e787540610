using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

public partial class AbsolutePath
{
    string IFormattable.ToString(string format, IFormatProvider formatProvider) => format switch
    {
        DoubleQuote => _path.DoubleQuote(),
        DoubleQuoteIfNeeded => _path.DoubleQuoteIfNeeded(),
        SingleQuote => _path.SingleQuote(),
        SingleQuoteIfNeeded => _path.SingleQuoteIfNeeded(),
        null or "" or NoQuotes => _path,
        _ => throw new FormatException($"Format '{format}' of a path is none of d, dn, s, sn, nq."),
    };

    /// <summary>Reads a path from text; a relative one is taken from the working directory.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) => value switch
        {
            null => null,
            string text when PathNormalization.IsRooted(text) => Create(text),
            string text => EnvironmentInfo.WorkingDirectory / text,
            _ => base.ConvertFrom(context, culture, value),
        };
    }
}
