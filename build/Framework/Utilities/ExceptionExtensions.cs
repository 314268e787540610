using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>Looks through the wrappers that reflection and tasks put around an exception.</summary>
public static class ExceptionExtensions
{
    public static Exception Unwrap(this Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => inner.Unwrap(),
        TypeInitializationException { InnerException: { } inner } => inner.Unwrap(),
        AggregateException { InnerExceptions: [var single] } => single.Unwrap(),
        _ => exception,
    };
}
