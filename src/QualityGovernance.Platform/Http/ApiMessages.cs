namespace QualityGovernance.Platform.Http;

/// <summary>What callers are told when nothing more particular is known.</summary>
internal static class ApiMessages
{
    public const string Unauthorized = "Log in first: send 'Authorization: Bearer <access token>' from POST /api/v1/auth/login.";
    public const string Forbidden = "This account does not have the permission that the operation needs.";
    public const string PreconditionFailed = "The entry was changed since it was read. Read it again, then repeat the change with its new ETag.";
    public const string Validation = "The request is not valid; details.errors names each field.";
    public const string TooManyRequests = "Too many requests. Wait for as long as Retry-After says.";
    public const string Unhandled = "The service failed. Its log has the cause under this request id.";
    public const string Unavailable = "The database does not answer. Try again later.";

    /// <summary>For an answer that has only a status so far.</summary>
    public static string Of(int status) => status switch
    {
        400 => "The request cannot be read.",
        401 => Unauthorized,
        403 => Forbidden,
        404 => "There is nothing at this address. /openapi/v1.json lists what there is.",
        405 => "This address does not take this method; the Allow header lists those it takes.",
        408 => "The request did not arrive in time.",
        409 => "The request conflicts with the present state.",
        412 => PreconditionFailed,
        413 => "The body is too large.",
        415 => "The body must be sent as application/json.",
        422 => "The request is not valid.",
        429 => TooManyRequests,
        503 => "The service cannot answer now. Try again later.",
        >= 500 => Unhandled,
        _ => "The request was refused.",
    };
}
