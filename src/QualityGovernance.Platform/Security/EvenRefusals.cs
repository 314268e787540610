using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Security;

/// <summary>
/// Answers every login that is wrong (401) equally late, so that the time tells nobody which accounts there are: no account, one with a hash of ours and one with a hash
/// of the replaced service cost different work. To do all of it for everyone would make each wrong guess cost half a second of a core. It waits with no transaction and no
/// connection in hand. Whoever is let in, or told that the account is disabled, has shown the password and does not wait. On a machine so busy that the work takes longer
/// than the wait, times differ again; how often one may guess stays limited, see <see cref="SignInThrottle"/>.
/// </summary>
internal sealed class EvenRefusals(TimeProvider time, LoginTiming options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var arrived = time.GetTimestamp();
        var answer = await next(context);
        if (TypedAnswers.Status(answer) != StatusCodes.Status401Unauthorized) return answer;

        var left = options.RefusedAfter - time.GetElapsedTime(arrived);
        if (left > TimeSpan.Zero) await Task.Delay(left, time, context.HttpContext.RequestAborted);
        return answer;
    }
}
