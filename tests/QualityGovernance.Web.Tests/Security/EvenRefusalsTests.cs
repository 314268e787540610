using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Security;

/// <summary>Whatever a wrong login costs, it is refused at one and the same time. No time passes in these tests but what they let pass.</summary>
public sealed class EvenRefusalsTests : IAsyncLifetime
{
    private const string Password = "correct horse battery";

    // So long that no timer of the service itself is taken for one of a refusal.
    private static readonly TimeSpan RefusedAfter = TimeSpan.FromDays(20);

    private readonly Stopped _time = new(longest: RefusedAfter, shortest: TimeSpan.FromDays(10));
    private readonly Working _hasher;
    private readonly ServiceUnderTest<OnSqlite> _service;

    public EvenRefusalsTests()
    {
        _hasher = new(_time);
        _service = new()
        {
            Replacing = services => services
                .AddSingleton<TimeProvider>(_time)
                .AddSingleton(new Passwords(_hasher))
                .AddSingleton(new LoginTiming { RefusedAfter = RefusedAfter }),
        };
    }

    public Task InitializeAsync() => _service.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_service).DisposeAsync();

    [Theory]
    [InlineData("no account", 1)]
    [InlineData("ours", 2)]
    [InlineData("bcrypt", 0)]
    public async Task A_wrong_login_is_refused_when_the_time_has_come_whatever_work_it_was(string kind, int days)
    {
        var email = await AccountAsync(kind);
        _hasher.Takes = TimeSpan.FromDays(days);
        var arrived = _time.Passed;

        var login = LoginAsync(email, "wrong");
        (await Task.WhenAny(_time.Waits, login)).ShouldBe(_time.Waits, "it is not answered at once");
        var wait = await _time.Waits;

        (_time.Passed - arrived + wait.Length).ShouldBe(RefusedAfter);
        login.IsCompleted.ShouldBeFalse();
        wait.End();
        (await login).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_took_longer_waits_no_more()
    {
        var email = await AccountAsync("ours");
        _hasher.Takes = TimeSpan.FromDays(30);

        (await LoginAsync(email, "wrong")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        _time.Waits.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.Forbidden)]
    public async Task Whoever_has_the_password_does_not_wait(bool active, HttpStatusCode status)
    {
        var email = await AccountAsync("ours");
        var id = (await _service.Admin.Get($"/api/v1/users?search={email}")).Items.Single().GetProperty("id").GetInt32();
        (await _service.Admin.Patch($"/api/v1/users/{id}", new { is_active = active })).MustBe(HttpStatusCode.OK);

        var login = LoginAsync(email, Password);

        (await Task.WhenAny(_time.Waits, login)).ShouldBe(login);
        (await login).Status.ShouldBe(status);
    }

    private async Task<string> AccountAsync(string kind)
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        if (kind != "no account") await _service.AddUserAsync(kind == "bcrypt" ? BCrypt.Net.BCrypt.HashPassword(Password, 4) : _hasher.HashPassword(email, Password), email);
        return email;
    }

    private Task<Answer> LoginAsync(string email, string password) => _service.Anonymous.Post("/api/v1/auth/login", new { email, password });

    /// <summary>A hasher whose work takes as long as a test says, and no time at all.</summary>
    private sealed class Working(Stopped time) : IPasswordHasher<object>
    {
        private readonly PasswordHasher<object> _hasher = new();

        public TimeSpan Takes { get; set; }

        public string HashPassword(object user, string password) => _hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(object user, string hashedPassword, string providedPassword)
        {
            time.Passed += Takes;
            return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    /// <summary>A clock that stands, and timers of a certain length that end when a test says so; all others are real.</summary>
    private sealed class Stopped(TimeSpan longest, TimeSpan shortest) : TimeProvider
    {
        private readonly TaskCompletionSource<(TimeSpan Length, Action End)> _waits = new();

        public TimeSpan Passed { get; set; }

        public Task<(TimeSpan Length, Action End)> Waits => _waits.Task;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < shortest || dueTime > longest) return base.CreateTimer(callback, state, dueTime, period);
            _waits.SetResult((dueTime, () => callback(state)));
            return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
