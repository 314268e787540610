using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>
/// Injects a tool: the program that the environment variable <c>NAME_EXE</c> names, else the one of that name on PATH.
/// The name is the member's in lower case unless it is given.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class PathVariableAttribute(string pathExecutable = null) : ValueInjectionAttributeBase
{
    // A tool that only some targets use must not warn in every run; using it fails with its name.
    public override bool SuppressWarnings => true;

    public override object GetValue(MemberInfo member, object instance) =>
        ToolResolver.GetEnvironmentOrPathTool(pathExecutable ?? member.Name.ToLowerInvariant());
}
