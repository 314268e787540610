using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace QualityGovernance.Platform.Data;

/// <summary>Tells that another request changed the same record between the reading and the saving of this one.</summary>
internal static class LostRace
{
    public static bool Is(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is DbUpdateConcurrencyException or PostgresException { SqlState: PostgresErrorCodes.SerializationFailure }) return true;
        }

        return false;
    }
}
