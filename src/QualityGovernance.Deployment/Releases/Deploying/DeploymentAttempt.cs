using System.Text.Json;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>
/// A release whose migrations were begun in an environment and which has not been seen to serve there: only its image knows how to undo them.
/// </summary>
/// <param name="At">When its migrations were begun.</param>
/// <param name="Run">That began them.</param>
/// <param name="Release">What they belong to.</param>
public sealed record DeploymentAttempt(DateTimeOffset At, string Run, ReleaseImage Release)
{
    private const string File = "attempt.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <returns>Null where every release that was begun was seen to serve, or was taken back.</returns>
    internal static DeploymentAttempt? Read(EnvironmentState state)
    {
        var path = state.At(File);
        if (!System.IO.File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<DeploymentAttempt>(System.IO.File.ReadAllText(path), Json) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{path} cannot be read, so nobody can say whose migrations were begun in {state.Name}: {e.Message}", inner: e);
        }
    }

    internal static void Forget(EnvironmentState state) => System.IO.File.Delete(state.At(File));

    internal void WriteInto(EnvironmentState state) => state.Write(File, JsonSerializer.Serialize(this, Json) + "\n");
}
