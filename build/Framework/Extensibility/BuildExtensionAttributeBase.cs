namespace Nuke.Common.Execution;

/// <summary>Put on a build class to take part in its life: implement one or more of the <c>IOn</c> interfaces.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class BuildExtensionAttributeBase : Attribute, IBuildExtension
{
    public INukeBuild Build { get; internal set; }

    public virtual float Priority { get; set; }
}
