using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>All there is to know about one target before running it.</summary>
internal sealed class TargetHelp(NukeBuild build, ExecutableTarget target, IReadOnlyList<ExecutableTarget> targets)
{
    public void Write()
    {
        BuildConsole.Line(Tone.Information, target.IsDefault ? $"{target.Name} (default)" : target.Name);
        if (target.Description != null)
            BuildConsole.Line($"  {target.Description}");
        BuildConsole.Line();
        WriteNames("Runs before it", target.ExecutionDependencies);
        WriteNames("Triggers", target.Triggers);
        WriteNames("Triggered by", target.TriggerDependencies);
        WriteNames("If they run, they come first", target.OrderDependencies);
        WriteFacts("Only when", Enumerable.Concat(target.StaticConditions, target.DynamicConditions).Select(x => x.Text));
        WriteFacts("Requires", target.DelegateRequirements.OfType<Expression<Func<bool>>>().Select(x => ExpressionText.Of(x.Body)));
        WriteFacts("Leaves behind", target.ArtifactProducts.Select(x => Path.IsPathRooted(x) ? Path.GetRelativePath(NukeBuild.RootDirectory, x) : x));
        if (target.AssuredAfterFailure)
            BuildConsole.Line("  Runs even after a failure or an interruption.");
        if (target.ProceedAfterFailure)
            BuildConsole.Line("  Its failure does not stop the others.");
        var required = GetRequired();
        WriteParameters("Needs a value for", required);
        WriteParameters("Also reads", GetDeclared().Except(required).ToList());
        BuildConsole.Line();
    }

    // What the target and everything before it cannot do without.
    private List<Parameter> GetRequired()
    {
        var plan = new HashSet<ExecutableTarget>();
        Collect(target);
        return plan.SelectMany(x => x.DelegateRequirements)
            .Where(x => x is not Expression<Func<bool>>)
            .Select(x => ParameterService.Catalog.Find(x.GetMemberInfo()))
            .Where(x => x != null)
            .Distinct()
            .ToList();

        void Collect(ExecutableTarget current)
        {
            if (!plan.Add(current))
                return;
            current.ExecutionDependencies.ForEach(Collect);
        }
    }

    // Parameters of the component that declares the target, and of the components that one builds on.
    private IEnumerable<Parameter> GetDeclared()
    {
        var component = target.Member.DeclaringType;
        return component.IsInterface
            ? ParameterService.Catalog.Distinct.Where(x => !x.IsBuiltIn && x.Member.DeclaringType.IsInterface && x.Member.DeclaringType.IsAssignableFrom(component))
            : [];
    }

    private static void WriteNames(string title, IEnumerable<ExecutableTarget> related) => WriteFacts(title, related.Select(x => x.Name));

    private static void WriteFacts(string title, IEnumerable<string> facts)
    {
        var text = facts.JoinCommaSpace();
        if (text.Length > 0)
            BuildConsole.Line($"  {title}: {text}");
    }

    private void WriteParameters(string title, List<Parameter> parameters)
    {
        if (parameters.Count == 0)
            return;
        BuildConsole.Line();
        BuildConsole.Line($"  {title}:");
        foreach (var parameter in parameters)
            HelpText.WriteParameter(build, parameter, parameters.Max(x => x.Option.Length), targets);
    }
}
