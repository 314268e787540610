namespace QualityGovernance.Deployment.Stacks.Hardening;

/// <summary>
/// The items of the CIS Docker Benchmark 1.6.0 on containers (section 5, and 4.1) that can be asked of a container, and one of this house. Not among them: what is asked of the
/// host (5.1), of people (5.7, 5.9, 5.23, 5.24, 5.28), and ulimits (5.19), which a container takes from its engine.
/// </summary>
internal static class HardeningRules
{
    private const int FirstUnprivilegedPort = 1024;

    private const int RestartLimit = 5;

    private static readonly string[] SystemFolders = ["/boot", "/dev", "/etc", "/lib", "/proc", "/run", "/sys", "/usr", "/var/run"];

    private static readonly string[] SecretNames = ["PASSWORD", "SECRET", "DATABASE_URL"];

    public static readonly IReadOnlyList<HardeningRule> All =
    [
        new("4.1", "A user for the container has been created", setup => When(IsRoot(setup.User), "runs as root")),
        new("5.2", "The AppArmor profile is not switched off", setup => Options(setup, "apparmor", "unconfined")),
        new("5.3", "SELinux labels are not switched off", setup => Options(setup, "label", "disable")),
        new("5.4", "Linux kernel capabilities are restricted", setup =>
            [
                .. When(!setup.DroppedCapabilities.Contains("ALL", StringComparer.OrdinalIgnoreCase), "keeps capabilities that it does not need"),
                .. setup.AddedCapabilities.Select(one => $"has the capability {one}"),
            ]),
        new("5.5", "Privileged containers are not used", setup => When(setup.Privileged, "is privileged")),
        new("5.6", "Sensitive host system directories are not mounted", setup => setup.HostPaths.Where(IsOfTheSystem).Select(path => $"sees {path} of the host")),
        new("5.8", "Privileged ports are not mapped", setup => setup.Ports
            .Where(port => int.TryParse(port.Port, out var number) && number is > 0 and < FirstUnprivilegedPort).Select(port => $"has the privileged port {port.Port} of the host")),
        new("5.10", "The host's network namespace is not shared", setup => Shares(setup, "network")),
        new("5.11", "Memory is limited", setup => When(!setup.HasMemoryLimit, "has no memory limit")),
        new("5.12", "Processor time is limited", setup => When(!setup.HasProcessorLimit, "has no processor limit")),
        new("5.13", "The root file system is mounted read-only", setup => When(!setup.ReadOnlyRoot, "has a writable root")),
        new("5.14", "Traffic is bound to a specific host interface", setup => setup.Ports
            .Where(port => port.Address is "" or "0.0.0.0" or "::").Select(port => $"listens on every interface of the host, port {port.Port}")),
        new("5.15", "A container that keeps failing is not restarted for ever", setup => When(!EndsRestarting(setup.Restart), $"is restarted without end ({setup.Restart})")),
        new("5.16", "The host's process namespace is not shared", setup => Shares(setup, "process")),
        new("5.17", "The host's IPC namespace is not shared", setup => Shares(setup, "ipc")),
        new("5.18", "Host devices are not exposed", setup => setup.Devices.Select(device => $"has the device {device}")),
        new("5.20", "Mounts are not propagated to the host", setup => setup.SharedMounts.Select(mount => $"propagates its mount {mount}")),
        new("5.21", "The host's UTS namespace is not shared", setup => Shares(setup, "uts")),
        new("5.22", "The default seccomp profile is not disabled", setup => Options(setup, "seccomp", "unconfined")),
        new("5.25", "The cgroup is the engine's choice", setup => When(setup.CgroupParent.Length > 0, $"is put into the cgroup {setup.CgroupParent}")),
        new("5.26", "No additional privileges can be acquired", setup =>
            When(!setup.SecurityOptions.Any(option => option is "no-new-privileges" or "no-new-privileges:true" or "no-new-privileges=true"), "may gain privileges")),
        new("5.27", "Health is checked at runtime", setup => When(!setup.HasHealthCheck, "has no health check")),
        new("5.29", "The number of processes is limited", setup => When(!setup.HasProcessLimit, "has no process limit")),
        new("5.30", "The engine's default bridge is not used", setup => When(setup.OnDefaultBridge, "is on the network that all containers share")),
        new("5.31", "The host's user namespaces are not shared", setup => Shares(setup, "user")),
        new("5.32", "The engine's socket is not mounted", setup => setup.HostPaths.Where(path => path.EndsWith("docker.sock", StringComparison.Ordinal) || path.EndsWith("containerd.sock", StringComparison.Ordinal)).Select(path => $"commands the engine through {path}")),
        new("secret-in-environment", "No secret stands in the environment", setup => setup.Environment
            .Where(one => one.Value.Length > 0 && NamesASecret(one.Key))
            .Select(one => $"has {one.Key} in its environment, which whoever inspects it sees")),
    ];

    /// <summary>Every rule that one of these containers does not keep.</summary>
    public static IReadOnlyList<HardeningBreach> Broken(IEnumerable<ContainerSetup> setups) =>
        [.. setups.SelectMany(setup => All.SelectMany(rule => rule.Broken(setup).Select(what => new HardeningBreach(rule.Id, setup.Where, what))))];

    public static bool IsRoot(string user) => user.Split(':')[0] is "" or "0" or "root";

    public static bool NamesASecret(string variable) =>
        SecretNames.Any(part => variable.Contains(part, StringComparison.OrdinalIgnoreCase)) && !variable.EndsWith("_FILE", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfTheSystem(string path) =>
        path == "/" || SystemFolders.Any(folder => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static bool EndsRestarting(string policy) =>
        policy is "" or "no" or "none" || (policy.StartsWith("on-failure:", StringComparison.Ordinal) && int.TryParse(policy["on-failure:".Length..], out var times) && times is > 0 and <= RestartLimit);

    private static IEnumerable<string> Options(ContainerSetup setup, string option, string off) =>
        setup.SecurityOptions.Where(one => one == $"{option}={off}" || one == $"{option}:{off}").Select(one => $"is run with {one}");

    private static IEnumerable<string> Shares(ContainerSetup setup, string kind) => When(setup.HostNamespaces.Contains(kind), $"shares the {kind} namespace of the host");

    private static IEnumerable<string> When(bool broken, string sentence) => broken ? [sentence] : [];
}
