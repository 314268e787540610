namespace QualityGovernance.Platform.Data;

/// <summary>A member of an <see cref="IPartialUpdate{TRecord}"/> that its handler sets by a rule of its own, such as a state; it is not copied.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SetApartAttribute : Attribute;
