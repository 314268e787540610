namespace QualityGovernance.Web.Tests.Contract.Fuzzing;

/// <param name="Kind">In words.</param>
/// <param name="Json">As it is sent: not always JSON.</param>
/// <param name="IsWrong">In whatever field of this type it stands; otherwise a handler may take it.</param>
internal sealed record BadValue(string Kind, string Json, bool IsWrong = true);
