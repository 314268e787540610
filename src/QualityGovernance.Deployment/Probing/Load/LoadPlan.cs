namespace QualityGovernance.Deployment.Probing.Load;

/// <summary>What a load driver sends.</summary>
/// <param name="Address">Of the service.</param>
/// <param name="Rate">Requests per second. It is kept whatever the service does: who waits does not ask less often.</param>
/// <param name="Mix">What is sent, in the proportion of the weights.</param>
/// <param name="Patience">How long one answer may take.</param>
/// <param name="NewHandler">Makes the handler of a client; its settings of connections are overruled.</param>
internal sealed record LoadPlan(Uri Address, int Rate, IReadOnlyList<LoadRequest> Mix, TimeSpan Patience, Func<SocketsHttpHandler> NewHandler)
{
    /// <summary>More than this at once would measure the driver's own machine; what then is not sent counts as failed.</summary>
    public int MostInFlight { get; init; } = 2000;
}
