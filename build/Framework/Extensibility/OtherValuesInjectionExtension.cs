using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives all members but parameters their values once the plan is known; those on demand only if the plan requires them.</summary>
internal sealed class OtherValuesInjectionExtension(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => -100;

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        var allOnDemand = build.GetType().HasCustomAttribute<OnDemandValueInjectionAttribute>();
        var required = executionPlan.SelectMany(x => x.DelegateRequirements)
            .Where(x => x is not Expression<Func<bool>>)
            .Select(x => ParameterCatalog.KeyOf(x.GetMemberInfo()))
            .ToHashSet();
        ValueInjector.Inject(build, (member, attribute) => attribute.GetType() != typeof(ParameterAttribute) && IsWanted(member));

        bool IsWanted(MemberInfo member) =>
            !(allOnDemand || member.HasCustomAttribute<OnDemandAttribute>()) ||
            member.HasCustomAttribute<RequiredAttribute>() ||
            required.Contains(ParameterCatalog.KeyOf(member));
    }
}
