namespace Nuke.Common;

/// <summary>All values but parameters are only fetched when a planned target requires them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class OnDemandValueInjectionAttribute : Attribute;
