using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Scanning.Secrets;

/// <summary>One kind of secret.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Pattern">Finds it; the group <c>secret</c> is the value.</param>
/// <param name="IsSpecific">Has a form that nothing else has, and so can be asked of a program's bytes as well.</param>
internal sealed record SecretRule(string Id, Regex Pattern, bool IsSpecific);
