namespace Nuke.Common.Utilities;

/// <summary>Creates a <see cref="Lazy{T}"/> without spelling its type.</summary>
public static class Lazy
{
    public static Lazy<T> Create<T>(Func<T> provider) => new(provider);
}
