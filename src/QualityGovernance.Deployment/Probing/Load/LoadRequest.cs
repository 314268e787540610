namespace QualityGovernance.Deployment.Probing.Load;

/// <summary>One kind of request.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Weight">How often it is sent, compared with the others.</param>
/// <param name="OnNewConnection">Whether each has a connection of its own; else those that are open are used again, as browsers do.</param>
/// <param name="New">Makes one; its number is different for each request of a load.</param>
/// <param name="Judge">Reads the answer; null where it is right, else what is wrong with it.</param>
internal sealed record LoadRequest(string Name, int Weight, bool OnNewConnection, Func<long, HttpRequestMessage> New, Func<JsonAnswer, string?> Judge);
