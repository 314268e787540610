using System;
using QualityGovernance.Deployment.Workflows;

/// <summary>A job of a workflow: what is typed, on which kind of machine, after what, and what is kept of it.</summary>
/// <param name="workflow">The workflow's name.</param>
/// <param name="id">The job's name, as others need it.</param>
/// <param name="commands">What is typed, in this order.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
sealed class WorkflowJobAttribute(string workflow, string id, params string[] commands) : Attribute
{
    public string Workflow { get; } = workflow;

    public string Id { get; } = id;

    public string[] Commands { get; } = commands;

    public string[] Needs { get; set; } = [];

    public string Condition { get; set; }

    /// <summary>0 is the workflow's.</summary>
    public int TimeoutMinutes { get; set; }

    /// <summary>As NAME=expression.</summary>
    public string[] Variables { get; set; } = [];

    /// <summary>The targets whose commands get the workflow's secrets; empty for all.</summary>
    public string[] SecretsFor { get; set; } = [];

    public bool FullHistory { get; set; }

    public string[] Attested { get; set; } = [];

    public string[] Kept { get; set; } = [];

    public int RetentionDays { get; set; } = 30;

    public WorkflowJob Describe(string runner, int timeoutMinutes, string environment, string[] secrets) => new(Id, runner, Commands)
    {
        Needs = Needs,
        Condition = Condition,
        TimeoutMinutes = TimeoutMinutes > 0 ? TimeoutMinutes : timeoutMinutes,
        Environment = environment,
        Secrets = secrets,
        SecretsFor = SecretsFor,
        Variables = Variables,
        FullHistory = FullHistory,
        Attested = Attested,
        Kept = Kept,
        RetentionDays = RetentionDays,
    };
}
