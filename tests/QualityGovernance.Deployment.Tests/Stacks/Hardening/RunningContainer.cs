namespace QualityGovernance.Deployment.Tests.Stacks.Hardening;

/// <summary>What an engine says about a container that keeps every rule, and for each rule a change that breaks it.</summary>
internal static class RunningContainer
{
    public const string Json =
        """
        [{"Id":"c1","Name":"/qgp_app_1","Image":"sha256:aa11","RestartCount":0,
          "State":{"Status":"running","ExitCode":0,"OOMKilled":false,"Pid":42,"Health":{"Status":"healthy"}},
          "Config":{"Image":"sha256:aa11","User":"1654","Env":["APP_ENV=production","SECRET_KEY_FILE=/run/secrets/secret_key"],"Labels":{"com.docker.compose.service":"app"}},
          "HostConfig":{"NetworkMode":"qgp_frontend","PidMode":"","IpcMode":"private","UTSMode":"","UsernsMode":"","Privileged":false,"ReadonlyRootfs":true,
            "CapAdd":null,"CapDrop":["ALL"],"SecurityOpt":["no-new-privileges"],"Devices":null,"CgroupParent":"",
            "Memory":536870912,"NanoCpus":1000000000,"CpuQuota":0,"PidsLimit":200,"RestartPolicy":{"Name":"no","MaximumRetryCount":0}},
          "Mounts":[{"Type":"bind","Source":"/tmp/qgp/secrets/secret_key","Destination":"/run/secrets/secret_key","Propagation":"rprivate"}],
          "NetworkSettings":{"Ports":{"8000/tcp":[{"HostIp":"127.0.0.1","HostPort":"8000"}],"9000/tcp":null},"Networks":{"qgp_frontend":{}}}}]
        """;

    public static readonly IReadOnlyList<(string Rule, string Right, string Wrong)> Violations =
    [
        ("4.1", "\"User\":\"1654\"", "\"User\":\"\""),
        ("4.1", "\"User\":\"1654\"", "\"User\":\"0:0\""),
        ("5.2", "\"no-new-privileges\"", "\"no-new-privileges\",\"apparmor=unconfined\""),
        ("5.3", "\"no-new-privileges\"", "\"no-new-privileges\",\"label=disable\""),
        ("5.4", "\"CapDrop\":[\"ALL\"]", "\"CapDrop\":null"),
        ("5.4", "\"CapAdd\":null", "\"CapAdd\":[\"NET_ADMIN\"]"),
        ("5.5", "\"Privileged\":false", "\"Privileged\":true"),
        ("5.6", "/tmp/qgp/secrets/secret_key", "/etc/shadow"),
        ("5.8", "\"HostPort\":\"8000\"", "\"HostPort\":\"80\""),
        ("5.10", "\"NetworkMode\":\"qgp_frontend\"", "\"NetworkMode\":\"host\""),
        ("5.11", "\"Memory\":536870912", "\"Memory\":0"),
        ("5.12", "\"NanoCpus\":1000000000", "\"NanoCpus\":0"),
        ("5.13", "\"ReadonlyRootfs\":true", "\"ReadonlyRootfs\":false"),
        ("5.14", "\"HostIp\":\"127.0.0.1\"", "\"HostIp\":\"0.0.0.0\""),
        ("5.15", "\"Name\":\"no\"", "\"Name\":\"always\""),
        ("5.15", "\"Name\":\"no\"", "\"Name\":\"on-failure\""),
        ("5.16", "\"PidMode\":\"\"", "\"PidMode\":\"host\""),
        ("5.17", "\"IpcMode\":\"private\"", "\"IpcMode\":\"host\""),
        ("5.18", "\"Devices\":null", "\"Devices\":[{\"PathOnHost\":\"/dev/sda\"}]"),
        ("5.20", "\"Propagation\":\"rprivate\"", "\"Propagation\":\"rshared\""),
        ("5.21", "\"UTSMode\":\"\"", "\"UTSMode\":\"host\""),
        ("5.22", "\"no-new-privileges\"", "\"no-new-privileges\",\"seccomp=unconfined\""),
        ("5.25", "\"CgroupParent\":\"\"", "\"CgroupParent\":\"/\""),
        ("5.26", "\"SecurityOpt\":[\"no-new-privileges\"]", "\"SecurityOpt\":null"),
        ("5.27", ",\"Health\":{\"Status\":\"healthy\"}", ""),
        ("5.29", "\"PidsLimit\":200", "\"PidsLimit\":null"),
        ("5.30", "\"Networks\":{\"qgp_frontend\":{}}", "\"Networks\":{\"bridge\":{}}"),
        ("5.31", "\"UsernsMode\":\"\"", "\"UsernsMode\":\"host\""),
        ("5.32", "/tmp/qgp/secrets/secret_key", "/tmp/docker.sock"),
        ("secret-in-environment", "\"APP_ENV=production\"", "\"DATABASE_URL=postgresql://x\""),
    ];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (rule, right, wrong) in Violations)
                rows.Add(rule, right, wrong);
            return rows;
        }
    }
}
