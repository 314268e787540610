using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;
using Nuke.Common.Execution;
using QualityGovernance.Deployment.Documents.Runbook;

/// <summary>Put on the build, keeps what its targets say of themselves, for the documents: the schema holds their names alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class DescribedTargetsAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public static IReadOnlyList<DescribedTarget> All { get; private set; } = [];

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) =>
        All = [.. executableTargets.Select(x => new DescribedTarget(x.Name, x.Description, [.. x.DelegateRequirements.Select(ParameterOf).Where(y => y != null)]))];

    /// <summary>The name of the parameter that is required; null where the requirement is a condition.</summary>
    static string ParameterOf(LambdaExpression requirement) =>
        (requirement.Body is UnaryExpression conversion ? conversion.Operand : requirement.Body) is MemberExpression { Member: var member } && member.GetCustomAttribute<ParameterAttribute>() is { } parameter
            ? parameter.Name ?? member.Name
            : null;
}
