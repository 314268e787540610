namespace QualityGovernance.Deployment.Tests.Engine;

/// <summary>What real engines and clients answered, word for word where it matters.</summary>
internal static class EngineScript
{
    public const string Version =
        """{"Client":{"Version":"28.2.2","ApiVersion":"1.41","DefaultAPIVersion":"1.50","Os":"linux","Arch":"amd64","Context":"default"},"Server":{"Platform":{"Name":""},"Version":"20.10.24+dfsg1","ApiVersion":"1.41","MinAPIVersion":"1.12","Os":"linux","Arch":"amd64"}}""";

    public const string VersionWithoutServer = """{"Client":{"Version":"28.2.2","ApiVersion":"1.50","Os":"linux","Arch":"amd64","Context":"default"},"Server":null}""";

    public const string NotRunning = "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?";

    public const string Info =
        """{"ID":"X","Driver":"overlay2","DockerRootDir":"/var/lib/docker","OperatingSystem":"Debian GNU/Linux 12 (bookworm)","NCPU":2,"MemTotal":25000000000,"ServerVersion":"20.10.24+dfsg1","ServerErrors":null}""";

    /// <summary>An engine that answers to this client, and compose 1.29.</summary>
    public static ScriptedRunner Answers(this ScriptedRunner runner, string client = "/usr/bin/docker") => runner
        .On($"{client} version --format '{{{{json .}}}}'", Version)
        .On($"{client} version --format {{{{.Server.Version}}}}", "20.10.24+dfsg1")
        .On($"{client} info", Info)
        .On($"{client} compose version", error: "docker: 'compose' is not a docker command.", exitCode: 1)
        .On("docker-compose version", "1.29.2");

    /// <summary>A client with nobody behind it.</summary>
    public static ScriptedRunner IsSilent(this ScriptedRunner runner, string client = "/usr/bin/docker") => runner
        .On($"{client} version", VersionWithoutServer, exitCode: 1, error: NotRunning)
        .On($"{client} info", exitCode: 1, error: NotRunning)
        .On($"{client} compose version", error: "docker: 'compose' is not a docker command.", exitCode: 1);

    public static string Container(string id = "c1", string service = "app", string status = "running", string? health = "healthy", int exitCode = 0, string image = "sha256:aa11", string env = "\"A=1\"") =>
        $$$"""
        [{"Id":"{{{id}}}","Name":"/qgp_{{{service}}}_1","Image":"{{{image}}}","RestartCount":0,
          "State":{"Status":"{{{status}}}","ExitCode":{{{exitCode}}},"OOMKilled":false,"Pid":42{{{Health(health)}}} },
          "Config":{"Image":"quality-governance:sandbox","Env":[{{{env}}}],"Labels":{"com.docker.compose.service":"{{{service}}}","qgp.project":"quality-governance"} },
          "NetworkSettings":{"Ports":{"8000/tcp":[{"HostIp":"127.0.0.1","HostPort":"8000"}],"9000/tcp":null} } }]
        """;

    public static string Image(
        string id = "sha256:aa11", string labels = "", string user = "1654", string health = ",\"Healthcheck\":{\"Test\":[\"CMD\",\"dotnet\",\"/app/QualityGovernance.Web.dll\",\"healthcheck\"]}", string digests = "") =>
        $$$"""[{"Id":"{{{id}}}","RepoTags":["x:y"],"RepoDigests":[{{{digests}}}],"Size":155000000,"Config":{"User":"{{{user}}}","Env":["PATH=/usr/bin"],"Entrypoint":["dotnet"],"Labels":{ {{{labels}}} }{{{health}}} }}]""";

    private static string Health(string? health) => health is null ? "" : $",\"Health\":{{\"Status\":\"{health}\"}}";
}
