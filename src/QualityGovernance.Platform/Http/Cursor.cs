using System.Text.Json;

namespace QualityGovernance.Platform.Http;

/// <summary>A place in a list: behind the entry with these keys.</summary>
/// <param name="Page">The number of the page that begins there, for whoever goes on page by page of one size.</param>
/// <param name="Keys">What the list is ordered by, of the last entry seen.</param>
internal sealed record Cursor(int Page, IReadOnlyList<JsonElement> Keys);
