using QualityGovernance.Deployment.Scanning.Bills;

namespace QualityGovernance.Deployment.Tests.Scanning.Bills;

public sealed class DebianPackageTests
{
    [Fact]
    public void Paragraphs_of_dpkg_are_packages_and_removed_ones_are_not() =>
        DebianPackage.Parse(
            """
            Package: libc6
            Status: install ok installed
            Version: 2.36-9+deb12u14
            Architecture: amd64
            Description: GNU C Library
             Version: of nothing, in a description

            Package: gone
            Status: deinstall ok config-files
            Version: 1

            Package: tzdata
            Version: 2026a-0+deb12u1
            Architecture: all
            """).ShouldBe([new DebianPackage("libc6", "2.36-9+deb12u14", "amd64"), new DebianPackage("tzdata", "2026a-0+deb12u1", "all")]);

    [Fact]
    public void An_empty_record_has_no_package() => DebianPackage.Parse("").ShouldBeEmpty();

    [Theory]
    [InlineData("libstdc++6", "12.2.0-14+deb12u1", "12", "pkg:deb/debian/libstdc%2B%2B6@12.2.0-14%2Bdeb12u1?arch=amd64&distro=debian-12")]
    [InlineData("zlib1g", "1:1.2.13~rc1", "", "pkg:deb/debian/zlib1g@1%3A1.2.13~rc1?arch=amd64")]
    public void A_package_url_is_written_as_its_specification_says(string name, string version, string release, string purl) =>
        new DebianPackage(name, version, "amd64").Purl("debian", release).ShouldBe(purl);
}
