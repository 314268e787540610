using System.Text;

namespace QualityGovernance.Deployment.Infrastructure;

/// <summary>Values in the spelling of Bicep.</summary>
internal static class BicepText
{
    public static string Quoted(string value)
    {
        var text = new StringBuilder("'");
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '\\' => @"\\",
                '\'' => @"\'",
                '$' => @"\$", // before a brace it would begin an expression
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ => c.ToString(),
            });
        }

        return text.Append('\'').ToString();
    }

    public static string Of(bool value) => value ? "true" : "false";
}
