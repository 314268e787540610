using QualityGovernance.Deployment.Drills.Faults.Planting;

namespace QualityGovernance.Deployment.Drills.Faults.Grounds;

/// <summary>As much of a checkout as a stack is started from, in a folder of the drill.</summary>
internal static class GroundCheckout
{
    private static readonly string[] Taken =
        ["docker-stack.yml", "docker-compose.sandbox.yml", ".env.sandbox.example", "global.json", "Directory.Build.props", ".nuke/proxy/haproxy.cfg", ".nuke/proxy/tls.yml"];

    public static void Make(string root, string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Taken)
            Write(folder, file, File.ReadAllText(Path.Combine(root, file)));
        FolderCopy.Copy(Path.Combine(root, ".nuke", "sandbox-secrets"), Path.Combine(folder, ".nuke", "sandbox-secrets"));
    }

    public static void Write(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>The image that is drilled, as one that was built from this checkout a moment ago.</summary>
    public static string Dockerfile(string image) =>
        $"""
        ARG SDK_IMAGE
        ARG RUNTIME_IMAGE
        FROM {image}
        ARG VERSION
        ARG COMMIT
        ARG BUILD_ID
        ARG BASE_KIND
        ENV QGP_VERSION=$VERSION QGP_COMMIT=$COMMIT QGP_BUILD_ID=$BUILD_ID
        LABEL qgp.build-id=$BUILD_ID qgp.base-kind=$BASE_KIND org.opencontainers.image.version=$VERSION org.opencontainers.image.revision=$COMMIT
        """;
}
