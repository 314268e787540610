using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Databases;

public sealed class ClosedFolderTests
{
    [Fact]
    public void What_a_killed_process_left_is_removed_and_what_is_in_use_is_not()
    {
        using var used = ClosedFolder.Create("test");
        var left = ClosedFolder.Create("test");
        File.WriteAllText(OwnerFileOf(left), (OwnerMark.Current with { Started = "1" }).ToString());

        using var next = ClosedFolder.Create("test");

        Directory.Exists(left.FullPath).ShouldBeFalse();
        Directory.Exists(used.FullPath).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_that_names_no_owner_is_nobodys_orphan()
    {
        using var folder = ClosedFolder.Create("test");
        File.WriteAllText(OwnerFileOf(folder), "");

        ClosedFolder.RemoveOrphans();

        Directory.Exists(folder.FullPath).ShouldBeTrue();
    }

    private static string OwnerFileOf(ClosedFolder folder) => Directory.EnumerateFiles(folder.FullPath).ShouldHaveSingleItem();
}
