using Microsoft.AspNetCore.Identity;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Web.Tests.Security;

public sealed class PasswordsTests
{
    private readonly Passwords _passwords = new();

    [Fact]
    public void A_hash_verifies_its_password_and_no_other()
    {
        var hash = _passwords.Hash("correct horse");
        _passwords.Verify(hash, "correct horse").ShouldBe(PasswordVerificationResult.Success);
        _passwords.Verify(hash, "correct horsf").ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public void Two_hashes_of_one_password_differ() => _passwords.Hash("same").ShouldNotBe(_passwords.Hash("same"));

    [Theory]
    [InlineData("$2b$04$")]
    [InlineData("$2a$04$")]
    [InlineData("$2y$04$")]
    public void Hashes_of_the_replaced_service_are_verified_and_due_for_renewal(string prefix)
    {
        var hash = prefix + BCrypt.Net.BCrypt.HashPassword("old password", 4)[7..];
        _passwords.Verify(hash, "old password").ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        _passwords.Verify(hash, "old passwore").ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public void A_weaker_hash_of_the_same_kind_is_due_for_renewal()
    {
        var weak = new PasswordHasher<object>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(new(), "password");
        _passwords.Verify(weak, "password").ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
    }

    [Fact]
    public void Without_an_account_the_same_work_is_done_and_nothing_is_verified()
    {
        var counting = new CountingHasher();
        var passwords = new Passwords(counting);
        passwords.Verify(passwords.Hash("password"), "password").ShouldBe(PasswordVerificationResult.Success);
        counting.Verifications.ShouldBe(1);

        passwords.Verify(null, "password").ShouldBe(PasswordVerificationResult.Failed);

        counting.Verifications.ShouldBe(2);
    }

    /// <summary>Counts the work, which is what could be timed from outside.</summary>
    private sealed class CountingHasher : IPasswordHasher<object>
    {
        private readonly PasswordHasher<object> _hasher = new();

        public int Verifications { get; private set; }

        public string HashPassword(object user, string password) => _hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(object user, string hashedPassword, string providedPassword)
        {
            Verifications++;
            return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
