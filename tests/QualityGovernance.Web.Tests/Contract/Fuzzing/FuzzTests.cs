using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;
using Xunit.Abstractions;

namespace QualityGovernance.Web.Tests.Contract.Fuzzing;

/// <summary>Thousands of wrong requests, made from the OpenAPI document, to every operation that takes anything: each is refused properly, and none writes.</summary>
[Trait("Needs", "Engine")]
public sealed class FuzzTests(ServiceUnderTest<OnPostgreSql> service, ITestOutputHelper output) : IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    private const int Seed = 20_260_101;

    /// <summary>Operations that accept no body here, and why.</summary>
    private static readonly Dictionary<string, string> NeverAccepted = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/auth/change-password"] = "ends the sign-in that everything else is sent with",
    };

    [Fact]
    public async Task No_wrong_request_to_any_operation_fails_leaks_or_writes()
    {
        var contract = ApiContract.Parse(await ApiDocument.TextAsync(service.Services), "the service");
        // One whose password can be checked, and is none that is guessed.
        var superuser = await service.AddUserAsync(service.Services.GetRequiredService<Passwords>().Hash("a password of nobody else"), superuser: true);
        using var client = service.ClientOf(superuser);
        var fuzzer = new Fuzzer(client, contract, () => Rows.CountAsync(service), Seed, new Records(service));

        var findings = await fuzzer.RunAsync();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fuzzer.Sent} requests to {contract.Operations.Count} operations, seed {Seed}; accepted bodies known for {string.Join(", ", fuzzer.Good.Bodies)}."));
        findings.ShouldBeEmpty($"{findings.Count} of {fuzzer.Sent} requests:\n{string.Join('\n', findings)}");
        fuzzer.Good.Refused.ShouldBe(NeverAccepted.Keys, ignoreOrder: true, "what accepts nothing refuses everything for that: add what it needs to Records.Accepted, or the reason to NeverAccepted");
        Records.Accepted.Keys.Except(contract.Operations.Values.Select(operation => $"{operation}")).ShouldBeEmpty("these are no operations of the document any more");
        contract.Operations.Values.Where(operation => TakesAnything(operation) && fuzzer.WrongTo(operation) == 0).ShouldBeEmpty("nothing wrong was sent to these");
        fuzzer.Sent.ShouldBeGreaterThan(contract.Operations.Count * 20);
    }

    /// <summary>A condition of reading that is not understood is as if it were not there, so that nothing in it is wrong.</summary>
    private static bool TakesAnything(ApiOperation operation) => operation.Request.Count > 0 || operation.Parameters.Keys.Any(key => key != "header If-None-Match");
}
