namespace Nuke.Common.Tooling;

/// <summary>One set of settings per combination; a command runs once for each.</summary>
partial class OptionsExtensions
{
    public static T[] CombineWith<T>(this T options, params Configure<T>[] configurators)
        where T : Options, new() =>
        configurators.Select(x => x(options)).ToArray();

    public static T[] CombineWith<T>(this T options, params CombinatorialConfigure<T>[] configurators)
        where T : Options, new() =>
        configurators.SelectMany(x => x(options)).ToArray();

    public static T[] CombineWith<T>(this IEnumerable<T> options, params Configure<T>[] configurators)
        where T : Options, new() =>
        configurators.SelectMany(configurator => options.Select(x => configurator(x))).ToArray();

    public static T[] CombineWith<T>(this IEnumerable<T> options, params CombinatorialConfigure<T>[] configurators)
        where T : Options, new() =>
        configurators.SelectMany(configurator => options.SelectMany(x => configurator(x))).ToArray();

    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : Options =>
        values.Select(x => configurator(options, x)).ToArray();

    public static T[] CombineWith<T, TValue>(this IEnumerable<T> options, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : Options =>
        options.SelectMany(x => values.Select(value => configurator(x, value))).ToArray();

    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, IEnumerable<T>> configurator)
        where T : Options =>
        values.SelectMany(x => configurator(options, x)).ToArray();

    public static T[] CombineWith<T, TValue>(
        this IEnumerable<T> options, IEnumerable<TValue> values, Func<T, TValue, IEnumerable<T>> configurator)
        where T : Options =>
        options.SelectMany(x => values.SelectMany(value => configurator(x, value))).ToArray();
}
