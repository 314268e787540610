using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>What the planned targets cannot do without; checked as a whole before the first of them runs.</summary>
internal static class Requirements
{
    /// <exception cref="BuildUsageException">Something is missing: one sentence for each thing.</exception>
    public static void Check(NukeBuild build, IReadOnlyCollection<ExecutableTarget> scheduled)
    {
        var required = scheduled
            .SelectMany(target => target.DelegateRequirements.Select(requirement => (target, requirement)))
            .ToList();
        var problems = required
            .Where(x => x.requirement is not Expression<Func<bool>>)
            .Select(x => (Member: x.requirement.GetMemberInfo(), x.target.Name))
            .Concat(GetRequiredMembers().Select(x => (Member: x, Name: (string)null)))
            .GroupBy(x => ParameterCatalog.KeyOf(x.Member))
            .Select(x => CheckMember(build, x.First().Member, x.Where(y => y.Name != null).Select(y => y.Name).Distinct().ToList()))
            .Where(x => x != null)
            .ToList();
        if (problems.Count == 0)
            problems.AddRange(required.Where(x => x.requirement is Expression<Func<bool>> condition && !condition.Compile(preferInterpretation: true)())
                .Select(x => $"Target '{x.target.Name}' requires: {ExpressionText.Of(x.requirement.Body)}."));
        if (problems.Count > 0)
            throw new BuildUsageException(problems);
    }

    private static IEnumerable<MemberInfo> GetRequiredMembers() =>
        ParameterService.Catalog.Injections.Select(x => x.Member).Where(x => x.HasCustomAttribute<RequiredAttribute>());

    private static string CheckMember(NukeBuild build, MemberInfo member, List<string> targets)
    {
        Assert.True(member.HasCustomAttribute<ValueInjectionAttributeBase>(),
            $"Member '{member.GetDisplayName()}' is required by target '{string.Join("', '", targets)}', but no attribute such as [Parameter] gives it a value.");
        if (HasValue(build, member))
            return null;
        var parameter = ParameterService.Catalog.Find(member);
        if (parameter != null && Prompt.IsPossible && Prompt.For(parameter) is { } value)
        {
            Give(build, parameter, value);
            return null;
        }
        var who = targets.Count > 0 ? $"{(targets.Count > 1 ? "Targets" : "Target")} {targets.Select(x => $"'{x}'").JoinCommaAnd()} {(targets.Count > 1 ? "need" : "needs")}" : "This build needs";
        return parameter == null
            ? $"{who} member '{member.GetDisplayShortName()}', which could not be given a value."
            : $"{who} '{parameter.Option}'{Describe(parameter)}: pass '{parameter.Option} <value>' or set environment variable {parameter.EnvironmentVariable}.";
    }

    private static string Describe(Parameter parameter) => parameter.Description == null ? string.Empty : $" ({parameter.Description})";

    private static bool HasValue(NukeBuild build, MemberInfo member) => member.GetValue(build) switch
    {
        null => false,
        string text => !string.IsNullOrWhiteSpace(text),
        _ => true,
    };

    private static void Give(NukeBuild build, Parameter parameter, object value)
    {
        if (parameter.IsSecret)
            Secrets.Add(value as string);
        ParameterService.SetValue(parameter, value);
        if (!parameter.Member.DeclaringType.IsInterface)
            parameter.Member.SetValue(build, value);
    }
}
