namespace Nuke.Common.Utilities.Collections;

/// <summary>Sequence helpers that builds use.</summary>
public static class EnumerableExtensions
{
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
            action(item);
    }

    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T, int> action)
    {
        var index = 0;
        foreach (var item in enumerable)
            action(item, index++);
    }

    public static IEnumerable<T> ForEachLazy<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
        {
            action(item);
            yield return item;
        }
    }

    public static IEnumerable<T> WhereNotNull<T>(this IEnumerable<T> enumerable)
        where T : class => enumerable.Where(x => x != null);

    public static IEnumerable<T> WhereNot<T>(this IEnumerable<T> enumerable, Func<T, bool> condition) =>
        enumerable.Where(x => !condition(x));

    public static bool IsEmpty<T>(this IEnumerable<T> enumerable) => !enumerable.Any();

    public static bool IsNullOrEmpty<T>(this IEnumerable<T> enumerable) => enumerable == null || !enumerable.Any();

    public static IEnumerable<T> ToEmptyIfNull<T>(this IEnumerable<T> enumerable) => enumerable ?? [];

    public static T[] ToEmptyIfNull<T>(this T[] array) => array ?? [];

    public static IEnumerable<T> Concat<T>(this IEnumerable<T> enumerable, params T[] others) =>
        Enumerable.Concat(enumerable, others);

    public static IEnumerable<T> Concat<T>(this T obj, IEnumerable<T> enumerable) => enumerable.Prepend(obj);

    public static IEnumerable<T> TakeUntil<T>(this IEnumerable<T> enumerable, Func<T, bool> condition) =>
        enumerable.TakeWhile(x => !condition(x));

    public static IEnumerable<T> SkipUntil<T>(this IEnumerable<T> enumerable, Func<T, bool> condition) =>
        enumerable.SkipWhile(x => !condition(x));

    public static T SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, string message) =>
        enumerable.SingleOrDefaultOrError(_ => true, message);

    public static T SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message)
    {
        var matches = enumerable.Where(predicate).Take(2).ToList();
        Assert.True(matches.Count <= 1, message);
        return matches.FirstOrDefault();
    }

    public static T SingleOrError<T>(this IEnumerable<T> enumerable, string message) =>
        enumerable.SingleOrError(_ => true, message);

    public static T SingleOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message)
    {
        var matches = enumerable.Where(predicate).Take(2).ToList();
        Assert.True(matches.Count == 1, message);
        return matches[0];
    }

    public static IEnumerable<T> DescendantsAndSelf<T>(this T obj, Func<T, T> selector)
        where T : class
    {
        for (var current = obj; current != null; current = selector(current))
            yield return current;
    }

    public static IEnumerable<T> Descendants<T>(this T obj, Func<T, T> selector)
        where T : class => obj.DescendantsAndSelf(selector).Skip(1);
}
