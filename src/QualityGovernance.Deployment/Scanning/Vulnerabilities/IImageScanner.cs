namespace QualityGovernance.Deployment.Scanning.Vulnerabilities;

/// <summary>A program that compares the packages of an image with a database of vulnerabilities.</summary>
internal interface IImageScanner
{
    string Name { get; }

    /// <summary>How to get its database, for a message.</summary>
    string HowToGetData { get; }

    Task<ScannerState> StateAsync(CancellationToken cancellation);

    /// <param name="archive">The image as <c>docker save</c> wrote it.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<Finding>> ScanAsync(string archive, CancellationToken cancellation);
}
