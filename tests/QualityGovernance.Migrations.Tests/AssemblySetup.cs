using QualityGovernance.Testing.Engine;

[assembly: TestFramework(SharedResourcesFramework.TypeName, SharedResourcesFramework.AssemblyName)]
