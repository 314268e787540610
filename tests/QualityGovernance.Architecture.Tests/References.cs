using Mono.Cecil;
using Mono.Cecil.Cil;

namespace QualityGovernance.Architecture.Tests;

/// <summary>Who refers to whom, read out of compiled assemblies: signatures, attributes and method bodies.</summary>
public static class References
{
    public sealed record Reference(string From, string To)
    {
        public override string ToString() => $"{From} -> {To}";
    }

    /// <summary>Every reference from a type of the assembly to another type, nested types counted as their outermost one.</summary>
    public static IReadOnlyList<Reference> Of(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        return assembly.MainModule.GetTypes()
            .SelectMany(type => TypesUsedBy(type).Select(used => new Reference(Outermost(type).FullName, used)))
            .Where(reference => reference.From != reference.To)
            .Distinct()
            .ToList();
    }

    public static IReadOnlyList<string> AssembliesOf(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        return assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).ToList();
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);

    private static IEnumerable<string> TypesUsedBy(TypeDefinition type)
    {
        var used = new List<TypeReference?> { type.BaseType };
        used.AddRange(type.Interfaces.Select(implemented => implemented.InterfaceType));
        used.AddRange(new ICustomAttributeProvider[] { type }.Concat(type.Fields).Concat(type.Properties).Concat(type.Events).Concat(type.Methods)
            .Concat(type.Methods.SelectMany(method => method.Parameters)).SelectMany(member => member.CustomAttributes).Select(attribute => attribute.AttributeType));
        used.AddRange(type.Fields.Select(field => field.FieldType));
        used.AddRange(type.Properties.Select(property => property.PropertyType));
        foreach (var method in type.Methods)
        {
            used.Add(method.ReturnType);
            used.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (method.HasBody) used.AddRange(method.Body.Instructions.SelectMany(Operands));
        }

        return used.OfType<TypeReference>().SelectMany(Parts).Select(part => Outermost(part).FullName).Distinct();
    }

    private static IEnumerable<TypeReference?> Operands(Instruction instruction) => instruction.Operand switch
    {
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
