using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Architecture.Tests;

/// <summary>
/// Finds the word of a verdict in compiled code, where every way to write a string has become the same: verbatim, raw, interpolated, put together from constants,
/// or the name of an enumeration's member. Also finds an outcome that becomes text anywhere but in the types that own its words.
/// </summary>
public static partial class VerdictRules
{
    private static readonly Dictionary<string, int> Best = new()
    {
        [typeof(Outcome).FullName!] = (int)Outcome.Passed,
        [typeof(Judgement).FullName!] = (int)Judgement.Passed,
    };

    /// <summary>Who may make text of an outcome: they derive the words, for everybody.</summary>
    private static readonly HashSet<string> OwnersOfTheWords = [typeof(OutcomeWords).FullName!, typeof(Verdict).FullName!];

    /// <summary>Reads the word out of the file that a test program wrote.</summary>
    private static readonly HashSet<string> ReadersOfAForeignWord = ["QualityGovernance.Deployment.Testing.TestReport"];

    /// <summary>For a source, whatever it is: code, text or comment.</summary>
    public static IEnumerable<string> WordsIn(string source) => Loud().Matches(source).Select(match => match.Value);

    /// <summary>For a compiled assembly.</summary>
    public static IEnumerable<string> In(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        return [.. assembly.MainModule.GetTypes().SelectMany(In)];
    }

    private static IEnumerable<string> In(TypeDefinition type)
    {
        var outermost = Outermost(type).FullName;
        foreach (var field in type.Fields.Where(field => field.Constant is string text && IsVerdict(text)))
            yield return $"{outermost}.{field.Name} is the constant \"{field.Constant}\"";
        foreach (var method in type.Methods.Where(method => method.HasBody))
        {
            foreach (var instruction in method.Body.Instructions)
            {
                if (Fault(instruction, outermost) is { } fault)
                    yield return $"{outermost}.{method.Name} {fault}";
            }
        }
    }

    private static string? Fault(Instruction instruction, string type)
    {
        if (instruction.Operand is string text && IsVerdict(text) && !ReadersOfAForeignWord.Contains(type))
            return $"holds \"{text}\"";
        if (OwnersOfTheWords.Contains(type))
            return null;
        if (instruction.OpCode == OpCodes.Constrained && IsOutcome(instruction.Operand) && instruction.Next?.Operand is MethodReference { Name: nameof(ToString) })
            return "makes text of an outcome by its own ToString";
        if (instruction.OpCode == OpCodes.Box && IsOutcome(instruction.Operand))
            return "hands an outcome on as an object, of which text can be made";
        if (instruction.Operand is GenericInstanceMethod { Name: "AppendFormatted" or "GetName" or "GetNames" } generic && generic.GenericArguments.Any(IsOutcome))
            return $"makes text of an outcome by {generic.Name}";
        return instruction.Operand is MethodReference { Name: nameof(OutcomeWords.Word) } word && word.Parameters is [var parameter]
            && Best.TryGetValue(parameter.ParameterType.FullName, out var best) && Pushed(instruction.Previous) == best
            ? "takes the word of the best outcome without an outcome"
            : null;
    }

    /// <summary>The whole text is the word, or the word stands in it in capitals.</summary>
    private static bool IsVerdict(string text) => Whole().IsMatch(text) || Loud().IsMatch(text);

    private static bool IsOutcome(object? operand) => operand is TypeReference type && Best.ContainsKey(type.FullName);

    private static int? Pushed(Instruction? instruction) => instruction?.OpCode.Code switch
    {
        Code.Ldc_I4_0 => 0,
        Code.Ldc_I4_1 => 1,
        Code.Ldc_I4_2 => 2,
        Code.Ldc_I4_3 => 3,
        Code.Ldc_I4_4 => 4,
        Code.Ldc_I4_S => (sbyte)instruction.Operand,
        Code.Ldc_I4 => (int)instruction.Operand,
        _ => null,
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);

    [GeneratedRegex(@"\A\s*(pass|passed|green)[.!]?\s*\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(PASS|PASSED|GREEN)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loud();
}
