using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Tests.Http;

public class PageTests
{
    [Theory]
    [InlineData(0, 20, 0)]
    [InlineData(1, 20, 1)]
    [InlineData(20, 20, 1)]
    [InlineData(21, 20, 2)]
    [InlineData(int.MaxValue, 100, 21474837)]
    public void Pages_are_counted_up(int total, int size, int pages) =>
        Page.Of<string>([], total, new PageRequest(1, size)).Pages.ShouldBe(pages);

    [Theory]
    [InlineData(1, 20, 0)]
    [InlineData(3, 50, 100)]
    [InlineData(int.MaxValue, 100, int.MaxValue)]
    public void Skipping_never_overflows(int page, int size, int skip) => new PageRequest(page, size).Skip.ShouldBe(skip);
}
