using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Assertions for targets: a violated one fails the target with a sentence.</summary>
[DebuggerNonUserCode]
[StackTraceHidden]
public static class Assert
{
    public static void Fail(string message, Exception exception = null) => throw new Exception(message, exception);

    public static void True(bool condition, string message = null, [CallerArgumentExpression(nameof(condition))] string argumentExpression = null)
    {
        if (!condition)
            throw Violated(message, "Expected condition to be true", argumentExpression);
    }

    public static void False(bool condition, string message = null, [CallerArgumentExpression(nameof(condition))] string argumentExpression = null)
    {
        if (condition)
            throw Violated(message, "Expected condition to be false", argumentExpression);
    }

    public static T NotNull<T>(this T obj, string message = null, [CallerArgumentExpression(nameof(obj))] string argumentExpression = null)
        where T : class =>
        obj ?? throw Violated(message, $"Expected object of type '{typeof(T).FullName}' to be not null", argumentExpression);

    public static T? NotNull<T>(this T? obj, string message = null, [CallerArgumentExpression(nameof(obj))] string argumentExpression = null)
        where T : struct =>
        obj ?? throw Violated(message, $"Expected object of type '{typeof(T).FullName}' to be not null", argumentExpression);

    public static string NotNullOrEmpty(this string str, string message = null, [CallerArgumentExpression(nameof(str))] string argumentExpression = null) =>
        string.IsNullOrEmpty(str) ? throw Violated(message, "Expected string to be not null or empty", argumentExpression) : str;

    public static string NotNullOrWhiteSpace(this string str, string message = null, [CallerArgumentExpression(nameof(str))] string argumentExpression = null) =>
        string.IsNullOrWhiteSpace(str) ? throw Violated(message, "Expected string to be not null or whitespace", argumentExpression) : str;

    public static void NotEmpty<T>(IReadOnlyCollection<T> collection, string message = null, [CallerArgumentExpression(nameof(collection))] string argumentExpression = null)
    {
        if (collection.NotNull(argumentExpression: argumentExpression).Count == 0)
            throw Violated(message, "Expected collection to be not empty", argumentExpression);
    }

    public static void Empty<T>(IReadOnlyCollection<T> collection, string message = null, [CallerArgumentExpression(nameof(collection))] string argumentExpression = null)
    {
        if (collection.NotNull(argumentExpression: argumentExpression).Count > 0)
            throw Violated(message, "Expected collection to be empty", argumentExpression);
    }

    public static void Count<T>(IReadOnlyCollection<T> collection, int length, string message = null, [CallerArgumentExpression(nameof(collection))] string argumentExpression = null)
    {
        var count = collection.NotNull(argumentExpression: argumentExpression).Count;
        if (count != length)
            throw Violated(message, $"Expected collection to have length of {length}, but it has {count}", argumentExpression);
    }

    public static void HasSingleItem<T>(IReadOnlyCollection<T> collection, string message = null, [CallerArgumentExpression(nameof(collection))] string argumentExpression = null) =>
        Count(collection, length: 1, message, argumentExpression);

    public static void FileExists(string path, string message = null, [CallerArgumentExpression(nameof(path))] string argumentExpression = null)
    {
        if (!File.Exists(path.NotNull(argumentExpression: argumentExpression)))
            throw Violated(message, $"Expected file to exist: {path}", argumentExpression);
    }

    public static void DirectoryExists(string path, string message = null, [CallerArgumentExpression(nameof(path))] string argumentExpression = null)
    {
        if (!Directory.Exists(path.NotNull(argumentExpression: argumentExpression)))
            throw Violated(message, $"Expected directory to exist: {path}", argumentExpression);
    }

    // The expression stands in for the parameter's name, as the genuine assertions print it.
    private static ArgumentException Violated(string message, string fallback, string argumentExpression) =>
        message == null ? new ArgumentException(fallback, argumentExpression) : new ArgumentException(message);
}
