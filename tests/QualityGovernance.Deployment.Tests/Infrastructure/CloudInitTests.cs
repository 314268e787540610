using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace QualityGovernance.Deployment.Tests.Infrastructure;

/// <summary>The compiler takes it for a text; a machine that cannot read it starts without an engine and says nothing.</summary>
public sealed partial class CloudInitTests
{
    private static readonly string Text = Checkout.Text("infra/azure/cloud-init.yaml");

    [Fact]
    public void It_begins_as_machines_expect_and_is_yaml()
    {
        Text.ShouldStartWith("#cloud-config\n");
        Read(Text).Children.Keys.Select(key => key.ToString()).ShouldBe(["package_update", "packages", "write_files", "runcmd"]);
    }

    [Fact]
    public void Text_that_is_no_yaml_is_found() =>
        Record.Exception(() => Read(Text.Replace("packages: [docker.io", "packages: [[docker.io"))).ShouldNotBeNull();

    [Fact]
    public void Every_placeholder_is_filled_in_by_the_blueprint()
    {
        var blueprint = Checkout.Text("infra/azure/modules/machines.bicep");
        var placeholders = Placeholder().Matches(Text).Select(match => match.Value).Distinct().ToList();

        placeholders.Count.ShouldBe(2);
        placeholders.ShouldAllBe(placeholder => blueprint.Contains($"'{placeholder}'"));
    }

    private static YamlMappingNode Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex("@[A-Z_]+@", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
