namespace QualityGovernance.Deployment.Testing;

/// <summary>What to test, and how.</summary>
public sealed record TestRunOptions
{
    public required IReadOnlyList<TestProject> Projects { get; init; }

    /// <summary>Where the result files go. It is emptied first.</summary>
    public required string ResultsFolder { get; init; }

    /// <summary>The build configuration that was compiled: Debug or Release.</summary>
    public required string Configuration { get; init; }

    /// <summary>Leaves out the tests that need a container engine.</summary>
    public bool WithoutEngine { get; init; }

    /// <summary>Narrows the run, in the language of <c>dotnet test --filter</c>.</summary>
    public string? Filter { get; init; }

    /// <summary>What the tests find in their environment on top of the build's own.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}
