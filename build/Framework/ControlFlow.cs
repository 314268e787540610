using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common;

/// <summary>Ways of dealing with failing steps inside a target.</summary>
public static class ControlFlow
{
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true) =>
        SuppressErrors(() => { action(); return true; }, defaultValue: false, includeStackTrace, logWarning);

    /// <summary>The result, or a default value with a warning when the function throws.</summary>
    public static T SuppressErrors<T>(Func<T> action, T defaultValue = default, bool includeStackTrace = false, bool logWarning = true)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            if (logWarning)
                Log.Warning(includeStackTrace ? exception.Unwrap() : null, "Exception was suppressed: {Message:l}", exception.Unwrap().Message);
            return defaultValue;
        }
    }
}
