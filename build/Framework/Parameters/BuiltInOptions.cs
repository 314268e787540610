namespace Nuke.Common;

/// <summary>Options of the engine itself that are more, or less, than a parameter.</summary>
internal static class BuiltInOptions
{
    public const string Target = "Target";
    public const string Skip = "Skip";
    public const string Root = "Root";
    public const string Profile = "Profile";
    public const string Host = "Host";
    public const string Verbosity = "Verbosity";
    public const string Plan = "Plan";
    public const string Help = "Help";
    public const string NoLogo = "NoLogo";
    public const string Strict = "strict";
    public const string ShellCompletion = "shell-completion";
    public const string CompletionScript = "completion-script";
    public const string GenerateConfiguration = "generate-configuration";

    /// <summary>What <c>--plan</c> may be followed by.</summary>
    public static readonly string[] PlanFormats = ["text", "html"];

    /// <summary>Options that no member of the build declares, and that help does not list.</summary>
    public static readonly IReadOnlyDictionary<string, OptionKind> Hidden = new Dictionary<string, OptionKind>(StringComparer.Ordinal)
    {
        [Parameter.ToKey(Strict)] = OptionKind.Switch,
        [Parameter.ToKey(ShellCompletion)] = OptionKind.List,
        [Parameter.ToKey(CompletionScript)] = OptionKind.Value,
        [Parameter.ToKey(GenerateConfiguration)] = OptionKind.Value,
    };

    public static OptionKind KindOf(Parameter parameter) => parameter switch
    {
        { IsBuiltIn: true, Name: Root } => OptionKind.OptionalValue,
        { IsBuiltIn: true, Name: Plan } => OptionKind.Keyword,
        { IsList: true } => OptionKind.List,
        { IsSwitch: true } => OptionKind.Switch,
        _ => OptionKind.Value,
    };
}
