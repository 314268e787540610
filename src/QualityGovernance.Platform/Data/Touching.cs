using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Platform.Data;

/// <summary>For a record that is shown together with its parts.</summary>
public static class Touching
{
    /// <summary>Gives the record a new version although only a part of it changes, so that whoever read it before finds out.</summary>
    public static void Touch(this QgpDbContext db, Entity whole)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.Entry(whole).Property(nameof(Entity.UpdatedAt)).IsModified = true;
    }
}
