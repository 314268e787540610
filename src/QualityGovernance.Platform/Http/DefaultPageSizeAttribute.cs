using System.Reflection;

namespace QualityGovernance.Platform.Http;

/// <summary>The size of a page when the query names none; stands on a <see cref="PageRequest"/> parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DefaultPageSizeAttribute(int size) : Attribute
{
    private const int Otherwise = 20;

    public int Size { get; } = size;

    internal static int Of(ParameterInfo parameter) => parameter.GetCustomAttribute<DefaultPageSizeAttribute>()?.Size ?? Otherwise;
}
