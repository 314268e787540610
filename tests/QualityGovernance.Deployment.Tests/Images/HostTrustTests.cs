using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Images;

public sealed class HostTrustTests
{
    private const string System = "/etc/ssl/certs/ca-certificates.crt";

    private readonly FakeMachine machine = new() { Texts = { [System] = "SYSTEM" } };

    [Fact]
    public void A_host_as_it_was_installed_has_nothing_of_its_own() =>
        HostTrust.Of(machine, bundleFile: System).ShouldBe(new HostTrust("SYSTEM", HasOwn: false));

    [Fact]
    public void An_authority_that_somebody_added_counts()
    {
        machine.Texts["/usr/local/share/ca-certificates/company.crt"] = "COMPANY";

        HostTrust.Of(machine, bundleFile: null).HasOwn.ShouldBeTrue();
    }

    [Fact]
    public void A_bundle_named_in_the_environment_wins()
    {
        machine.Texts["/opt/bundle.pem"] = "COMPANY";

        HostTrust.Of(machine, "/opt/bundle.pem").ShouldBe(new HostTrust("COMPANY", HasOwn: true));
    }

    [Fact]
    public void A_host_without_any_bundle_gives_none()
    {
        machine.Texts.Remove(System);
        machine.Texts["/usr/local/share/ca-certificates/company.crt"] = "COMPANY";

        HostTrust.Of(machine, bundleFile: null).ShouldBe(new HostTrust(null, HasOwn: false));
    }

    [Fact]
    public void The_fingerprint_changes_with_the_authorities() =>
        new HostTrust("A", HasOwn: true).Fingerprint.ShouldNotBe(new HostTrust("B", HasOwn: true).Fingerprint);
}
