namespace QualityGovernance.Deployment.Tests.Databases;

/// <summary>One server for all tests that need one.</summary>
[CollectionDefinition(Name)]
public sealed class DatabaseCollection : ICollectionFixture<DatabaseServer>
{
    public const string Name = "Databases";
}
