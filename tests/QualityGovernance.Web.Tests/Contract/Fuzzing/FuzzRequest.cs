using System.Text;
using QualityGovernance.Deployment.Contracts;

namespace QualityGovernance.Web.Tests.Contract.Fuzzing;

/// <param name="Operation">That it is sent to.</param>
/// <param name="Address">With its query.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Kind">What is wrong with it, in words.</param>
/// <param name="Field">That the refusal must name; null where it has no name.</param>
/// <param name="IsWrong">It must be refused.</param>
internal sealed record FuzzRequest(ApiOperation Operation, string Address, byte[]? Body, string Kind, string? Field = null, bool IsWrong = true)
{
    public string ContentType { get; init; } = "application/json";

    public (string Name, string Value)? Header { get; init; }

    public override string ToString()
    {
        var body = Body is null ? "" : Encoding.UTF8.GetString(Body);
        return $"{Operation.Method} {Address} with {Kind}{(Field is null ? "" : $" in {Field}")} {(body.Length > 200 ? body[..200] + "..." : body)}".TrimEnd();
    }

    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(new HttpMethod(Operation.Method), Address);
        if (Header is { } header) message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        if (Body is null) return message;
        message.Content = new ByteArrayContent(Body);
        message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return message;
    }
}
