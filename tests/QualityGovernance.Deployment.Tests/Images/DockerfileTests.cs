namespace QualityGovernance.Deployment.Tests.Images;

public sealed class DockerfileTests
{
    private static readonly string Dockerfile = Checkout.Text("Dockerfile");

    [Fact]
    public void The_dockerfile_keeps_every_rule() => DockerfileRules.Broken(Dockerfile).ShouldBeEmpty();

    [Theory]
    [InlineData("# One image", "# syntax=docker/dockerfile:1\n# One image", "asks a registry for a frontend")]
    [InlineData("RUN dotnet publish", "RUN --mount=type=cache,target=/root/.nuget dotnet publish", "needs BuildKit")]
    [InlineData("COPY src/ src/", "COPY --link src/ src/", "needs BuildKit")]
    [InlineData("FROM ${RUNTIME_IMAGE}", "FROM mcr.microsoft.com/dotnet/aspnet:10.0", "base image is not an argument")]
    [InlineData("USER 1654", "RUN apt-get install curl\nUSER 1654", "needs a shell in the runtime image")]
    [InlineData("USER 1654", "COPY --from=build /etc/ssl/certs /etc/ssl/certs\nUSER 1654", "brings more than the product into the runtime image")]
    [InlineData("USER 1654", "", "runs as root")]
    [InlineData("USER 1654", "USER 1654\nUSER root", "runs as root")]
    [InlineData("CMD [\"dotnet\", \"/app/QualityGovernance.Web.dll\", \"healthcheck\"]", "CMD curl -f http://localhost:8000/health", "health is not probed by the service's own command")]
    [InlineData("--start-period=40s ", "", "health check has no start period of 40 s")]
    [InlineData("ENTRYPOINT [\"dotnet\", \"/app/QualityGovernance.Web.dll\"]", "ENTRYPOINT [\"bash\"]", "does not start the service")]
    [InlineData("COPY src/Directory.Build.props src/", "COPY src/ src/", "restores again after every change of code")]
    [InlineData("COPY --from=build /app /app", "ARG EARLY\nCOPY --from=build /app /app", "stands behind what changes in every build")]
    public void A_planted_violation_is_found(string right, string wrong, string sentence)
    {
        Dockerfile.ShouldContain(right);

        DockerfileRules.Broken(Dockerfile.Replace(right, wrong, StringComparison.Ordinal)).ShouldContain(broken => broken.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void The_restore_is_given_every_project_and_its_lock_file()
    {
        foreach (var project in new[] { "QualityGovernance.Platform", "QualityGovernance.Web", "QualityGovernance.Migrations" })
            Dockerfile.ShouldContain($"COPY src/{project}/{project}.csproj src/{project}/packages.lock.json src/{project}/");
    }

    [Fact]
    public void What_the_restore_is_given_is_let_into_the_context()
    {
        var admitted = Checkout.Text(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();

        foreach (var file in new[] { "global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig", "src" })
            admitted.ShouldContain(file);
    }

    [Fact]
    public void The_context_holds_only_what_is_named()
    {
        var lines = Checkout.Text(".dockerignore").Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();

        lines[0].ShouldBe("*");
        lines.Where(line => line.StartsWith('!')).ShouldBe(["!global.json", "!Directory.Build.props", "!Directory.Packages.props", "!BannedSymbols.txt", "!.editorconfig", "![Nn]u[Gg]et.[Cc]onfig", "!src"]);
        foreach (var unwanted in new[] { "src/QualityGovernance.Deployment", "**/bin", "**/obj", "**/.env", "**/.env.*" })
            lines.IndexOf(unwanted).ShouldBeGreaterThan(lines.IndexOf("!src"), unwanted);
    }

    [Fact]
    public void The_lock_files_cover_the_runtime_of_the_image()
    {
        foreach (var project in new[] { "QualityGovernance.Platform", "QualityGovernance.Web", "QualityGovernance.Migrations" })
            Checkout.Text($"src/{project}/packages.lock.json").ShouldContain("\"net10.0/linux-x64\"");
    }
}
