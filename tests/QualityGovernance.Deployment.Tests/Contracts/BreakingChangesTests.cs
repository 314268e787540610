using QualityGovernance.Deployment.Contracts;

namespace QualityGovernance.Deployment.Tests.Contracts;

public sealed class BreakingChangesTests
{
    private const string Document = """
        {"openapi":"3.1.0",
         "paths":{"/a/{a_id}":{"post":{
           "parameters":[{"name":"a_id","in":"path","required":true,"schema":{"type":"integer"}},{"name":"q","in":"query","schema":{"type":"string","maxLength":50}}],
           "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ACreate"}}}},
           "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/AResponse"}}}},"404":{"description":"gone"}}}}},
         "components":{"schemas":{
           "ACreate":{"type":"object","required":["title"],"properties":{"title":{"type":"string"},"size":{"type":"number"},"kind":{"type":"string","enum":["x","y"]},"note":{"type":["string","null"]}}},
           "AResponse":{"type":"object","required":["id"],"properties":{"id":{"type":"integer"},"state":{"enum":["open","closed"]},"parts":{"type":"array","items":{"$ref":"#/components/schemas/AResponse"}}}}}}}
        """;

    [Theory]
    [InlineData("\"post\":{", "\"put\":{", "POST /a/{a_id}: the operation is gone")]
    [InlineData("\"/a/{a_id}\"", "\"/b/{a_id}\"", "POST /a/{a_id}: the operation is gone")]
    [InlineData("\"name\":\"q\"", "\"name\":\"r\"", "POST /a/{a_id}, parameter query q: it is gone")]
    [InlineData("\"in\":\"query\",", "\"in\":\"query\",\"required\":true,", "POST /a/{a_id}, parameter query q: it is required")]
    [InlineData("\"maxLength\":50", "\"maxLength\":40", "POST /a/{a_id}, parameter query q: maxLength is 40")]
    [InlineData("\"size\":{\"type\":\"number\"},", "", "POST /a/{a_id}, request size: it is gone")]
    [InlineData("\"required\":[\"title\"]", "\"required\":[\"title\",\"size\"]", "POST /a/{a_id}, request size: it is required")]
    [InlineData("\"required\":[\"title\"],\"properties\":{", "\"required\":[\"title\",\"new\"],\"properties\":{\"new\":{\"type\":\"string\"},", "POST /a/{a_id}, request new: string is new and required")]
    [InlineData("\"size\":{\"type\":\"number\"}", "\"size\":{\"type\":\"integer\"}", "POST /a/{a_id}, request size: number was accepted, integer is")]
    [InlineData("\"note\":{\"type\":[\"string\",\"null\"]}", "\"note\":{\"type\":\"string\"}", "POST /a/{a_id}, request note: null or string was accepted, string is")]
    [InlineData("\"note\":{\"type\":[\"string\",\"null\"]}", "\"note\":{\"type\":[\"string\",\"null\"],\"format\":\"date\"}", "POST /a/{a_id}, request note: the format date is needed")]
    [InlineData("\"note\":{\"type\":[\"string\",\"null\"]}", "\"note\":{\"type\":[\"string\",\"null\"],\"enum\":[\"n\",null]}", "POST /a/{a_id}, request note: it is one of a closed set")]
    [InlineData("\"title\":{\"type\":\"string\"}", "\"title\":{\"type\":\"string\",\"minLength\":3}", "POST /a/{a_id}, request title: minLength is 3")]
    [InlineData("[\"x\",\"y\"]", "[\"x\"]", "POST /a/{a_id}, request kind: the value y is gone")]
    [InlineData(",\"404\":{\"description\":\"gone\"}", "", "POST /a/{a_id}, answer 404: the status is gone")]
    [InlineData("\"state\":{\"enum\":[\"open\",\"closed\"]},", "", "POST /a/{a_id}, answer 200 state: it is gone")]
    [InlineData("[\"open\",\"closed\"]", "[\"open\"]", "POST /a/{a_id}, answer 200 state: the value closed is gone")]
    [InlineData("\"id\":{\"type\":\"integer\"}", "\"id\":{\"type\":[\"integer\",\"null\"]}", "POST /a/{a_id}, answer 200 id: integer was answered, integer or null is")]
    [InlineData("\"required\":[\"id\"],", "", "POST /a/{a_id}, answer 200 id: it may be left out")]
    [InlineData("\"parts\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/AResponse\"}}", "\"parts\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", "POST /a/{a_id}, answer 200 parts[]: object was answered, string is")]
    public void What_breaks_a_client_is_found(string part, string otherwise, string change) => Between(part, otherwise).ShouldContain(change);

    [Theory]
    [InlineData("\"a_id\"", "\"id\"")]
    [InlineData("\"maxLength\":50", "\"maxLength\":60")]
    [InlineData("\"required\":[\"title\"],", "")]
    [InlineData("\"size\":{\"type\":\"number\"}", "\"size\":{\"type\":[\"number\",\"null\"]}")]
    [InlineData("[\"x\",\"y\"]", "[\"x\",\"y\",\"z\"]")]
    [InlineData("\"id\":{\"type\":\"integer\"}", "\"id\":{\"type\":\"integer\"},\"more\":{\"type\":\"string\"}")]
    [InlineData("\"404\":{", "\"409\":{\"description\":\"new\"},\"404\":{")]
    [InlineData("\"size\":{\"type\":\"number\"}", "\"size\":{\"type\":\"number\"},\"box\":{\"type\":\"object\",\"required\":[\"w\"],\"properties\":{\"w\":{\"type\":\"integer\"}}}")]
    public void What_breaks_nobody_is_let_by(string part, string otherwise) => Between(part, otherwise).ShouldBeEmpty();

    [Theory]
    [InlineData("\"id\":{\"type\":\"integer\"}", "\"id\":{\"type\":[\"integer\",\"null\"]}")]
    [InlineData("\"required\":[\"id\"],", "")]
    [InlineData("\"state\":{\"enum\":[\"open\",\"closed\"]}", "\"state\":{\"type\":\"string\"}")]
    public void An_answer_that_becomes_more_definite_breaks_nobody(string part, string vague)
    {
        Document.ShouldContain(part);
        var before = ApiContract.Parse(Document.Replace(part, vague, StringComparison.Ordinal), "before");
        BreakingChanges.Between(before, ApiContract.Parse(Document, "after")).ShouldBeEmpty();
    }

    [Fact]
    public void A_document_that_refers_to_what_it_lacks_is_refused() =>
        Should.Throw<DeploymentException>(() => ApiContract.Parse(Document.Replace("\"ACreate\":", "\"Other\":", StringComparison.Ordinal), "x")).Message.ShouldContain("ACreate");

    private static List<string> Between(string part, string otherwise)
    {
        Document.ShouldContain(part);
        var after = ApiContract.Parse(Document.Replace(part, otherwise, StringComparison.Ordinal), "after");
        return [.. BreakingChanges.Between(ApiContract.Parse(Document, "before"), after).Select(change => change.ToString())];
    }
}
