namespace Build.Tests.Bootstrap;

public sealed class SdkTests : IDisposable
{
    private readonly BootstrapSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Without_dotnet_it_says_which_SDK_is_needed_and_how_to_get_it()
    {
        File.Delete(_sandbox.At("bin/dotnet"));

        var run = _sandbox.Run("Noop");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("The .NET SDK 10.0.100 or newer (band 10.0.1xx of 10.0, pinned in global.json) is needed: no dotnet is on the PATH.");
        run.Error.ShouldContain("https://dotnet.microsoft.com/download/dotnet/10.0");
        run.Error.ShouldContain("dotnet-sdk-10.0");
    }

    [Fact]
    public void With_an_SDK_of_another_band_it_says_which_there_is()
    {
        _sandbox.Write("no-sdk", string.Empty);

        var run = _sandbox.Run("Noop");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"{_sandbox.At("bin/dotnet")} offers 9.0.100.");
    }

    [Fact]
    public void Where_the_vendors_script_is_reachable_the_SDK_is_installed_beside_the_build()
    {
        _sandbox.Write("no-sdk", string.Empty);
        OfferInstallScript(installs: true);

        var run = _sandbox.Run("Noop");

        run.ExitCode.ShouldBe(7);
        run.Error.ShouldContain("Installing it under .nuke/temp/dotnet-unix.");
        _sandbox.Read("installed.log").ShouldContain("--channel 10.0");
        _sandbox.Run("Noop").Error.ShouldNotContain("Installing");
    }

    [Fact]
    public void An_install_script_that_leaves_no_SDK_is_said_so()
    {
        _sandbox.Write("no-sdk", string.Empty);
        OfferInstallScript(installs: false);

        var run = _sandbox.Run("Noop");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("the vendor's install script ran and left no fitting SDK");
    }

    [Fact]
    public void A_page_that_is_no_script_is_not_run()
    {
        _sandbox.Write("no-sdk", string.Empty);
        _sandbox.Write("bin/curl", "#!/usr/bin/env bash\nwhile [[ $1 != -o ]]; do shift; done\necho '<html>touch installed.log</html>' >\"$2\"\n", executable: true);

        var run = _sandbox.Run("Noop");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldNotContain("Installing");
    }

    private void OfferInstallScript(bool installs)
    {
        var install = installs ? "mkdir -p \"$4\"; cp bin/dotnet \"$4/dotnet\"" : "true";
        _sandbox.Write("vendor.sh", $"#!/usr/bin/env bash\ncd '{_sandbox.Root}'\necho \"$*\" >installed.log\n{install}\n");
        _sandbox.Write("bin/curl", $"#!/usr/bin/env bash\nwhile [[ $1 != -o ]]; do shift; done\ncat '{_sandbox.At("vendor.sh")}' >\"$2\"\n", executable: true);
    }
}
