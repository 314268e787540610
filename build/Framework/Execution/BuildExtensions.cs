using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>The extensions of a build: attributes on its class, and what the engine itself does at certain points of its life.</summary>
internal sealed class BuildExtensions(NukeBuild build)
{
    private readonly List<IBuildExtension> _extensions = Create(build);

    public void Raise<T>(Action<T> action)
        where T : IBuildExtension
    {
        foreach (var extension in _extensions.OfType<T>())
        {
            Log.Verbose("{Extension:l} for {Event:l} ({Priority})", extension.GetType().Name.TrimEnd(nameof(Attribute)), typeof(T).Name, extension.Priority);
            action(extension);
        }
    }

    private static List<IBuildExtension> Create(NukeBuild build)
    {
        var attributes = Attribute.GetCustomAttributes(build.GetType(), typeof(BuildExtensionAttributeBase), inherit: true)
            .Cast<BuildExtensionAttributeBase>().ToList();
        attributes.ForEach(x => x.Build = build);
        return
        [
            .. Enumerable.Concat<IBuildExtension>(attributes, BuiltIn(build))
                .OrderByDescending(x => x.Priority),
        ];
    }

    private static IBuildExtension[] BuiltIn(NukeBuild build) =>
        [new ParameterInjectionExtension(build), new SchemaExtension(build), new OtherValuesInjectionExtension(build), new HookExtension(build)];
}
