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

    /// <summary>Steps, which are taken once, in a state or by a person that is another one when they are fuzzed. Their own tests take them.</summary>
    private static readonly string[] NeverAccepted =
    [
        .. new[] { "complete", "judge", "reopen", "verify" }.Select(step => $"/api/v1/actions/{{action_id}}/{step}"),
        .. new[] { "approve", "publish", "reject", "retire" }.Select(step => $"/api/v1/policies/{{policy_id}}/versions/{{number}}/{step}"),
        "/api/v1/policies/{policy_id}/versions", "/api/v1/policies/{policy_id}/acknowledgements",
        "/api/v1/auth/change-password", "/api/v1/auth/login", "/api/v1/auth/refresh",
    ];

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
        fuzzer.Good.Unreached.Select(operation => $"{operation}").ShouldBeEmpty("there is no record to call these for: prepare one in Records");
        contract.Operations.Values.Where(operation => operation is { Method: "POST", Request.Count: > 0 } && !fuzzer.Good.IsKnown(operation)).Select(operation => operation.Path)
            .ShouldBe(NeverAccepted, ignoreOrder: true, "what is wrong with a body is told from what else is wrong only where the right one is known");
        findings.ShouldBeEmpty($"{findings.Count} of {fuzzer.Sent} requests:\n{string.Join('\n', findings)}");
        contract.Operations.Values.Where(operation => TakesAnything(operation) && fuzzer.WrongTo(operation) == 0).ShouldBeEmpty("nothing wrong was sent to these");
        fuzzer.Sent.ShouldBeGreaterThan(contract.Operations.Count * 20);
    }

    /// <summary>A condition of reading that is not understood is as if it were not there, so that nothing in it is wrong.</summary>
    private static bool TakesAnything(ApiOperation operation) => operation.Request.Count > 0 || operation.Parameters.Keys.Any(key => key != "header If-None-Match");
}
