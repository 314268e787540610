using Microsoft.EntityFrameworkCore;
using QualityGovernance.Migrations.Running;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;
using QualityGovernance.Web.Features.Identity;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Migrations.Commands;

/// <summary>Makes the first administrator, or a further one. There is no default account.</summary>
internal static class CreateAdminCommand
{
    public static async Task RunAsync(ProductDatabase database, string email, string password, TextWriter output, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Email("--email", email, User.LongestEmail, required: true).NewPassword("the password", password);
        if (errors.Any) throw new RefusedException(string.Join(' ', errors.Items.Select(error => $"{error.Field}: {error.Message}")));
        var status = await SchemaStatus.ReadAsync(database, cancellation);
        if (status.Applied.Count == 0) throw new RefusedException($"The {database.Settings} has no schema yet. Run up first.");

        var key = User.KeyOf(email);
        if (await database.Context.Set<User>().AnyAsync(user => user.EmailKey == key, cancellation))
            throw new RefusedException($"There is an account for {email} already. Choose another address, or log in with that one.");

        database.Context.Add(new User
        {
            Email = email,
            FirstName = "Platform",
            LastName = "Administrator",
            PasswordHash = new Passwords().Hash(password),
            IsSuperuser = true,
        });
        database.Context.LeaseTo(new ChangeOrigin(null, "create-admin"), TimeProvider.System);
        await database.Context.SaveChangesAsync(cancellation);
        await output.WriteLineAsync($"Created the administrator {email}. Log in with POST /api/v1/auth/login.");
    }
}
