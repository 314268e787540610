using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Databases.Scheduling;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Databases.Scheduling;

public sealed class BackupServiceSettingsTests
{
    private const string Url = "postgresql://qgp:sentinel7731@postgres:5432/qgp";

    private readonly FakeMachine machine = new();
    private readonly SecretMask mask = new();

    public BackupServiceSettingsTests()
    {
        machine.Texts["/run/secrets/database_url"] = Url + "\n";
        machine.Variables["DATABASE_URL_FILE"] = "/run/secrets/database_url";
    }

    [Fact]
    public void Without_a_word_it_is_daily_with_the_retention_of_the_target()
    {
        // As a compose file hands over what nobody has set.
        machine.Variables["QGP_BACKUP_INTERVAL"] = "";

        var settings = BackupServiceSettings.Read(machine, mask);

        settings.Database.ShouldBe(new DatabaseAddress("postgres", 5432, "qgp", "qgp", "sentinel7731"));
        settings.Schedule.ShouldBe(new BackupSchedule(TimeSpan.FromDays(1)));
        (settings.Keep, settings.KeepAge).ShouldBe((14, TimeSpan.FromDays(30)));
        settings.Tolerance.ShouldBe(TimeSpan.FromHours(2));
        mask.Apply("sentinel7731").ShouldBe("***");
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("30m", 1800)]
    [InlineData("6h", 21600)]
    [InlineData("2d", 172800)]
    public void An_interval_has_a_unit(string text, int seconds)
    {
        machine.Variables["QGP_BACKUP_INTERVAL"] = text;

        var schedule = BackupServiceSettings.Read(machine, mask).Schedule;

        schedule.Interval.ShouldBe(TimeSpan.FromSeconds(seconds));
        schedule.ToString().ShouldBe($"every {text}");
    }

    [Theory]
    [InlineData("QGP_BACKUP_INTERVAL", "6", "QGP_BACKUP_INTERVAL is \"6\"; it has to be a whole number with its unit, such as 30m, 6h or 1d.")]
    [InlineData("QGP_BACKUP_INTERVAL", "0h", "QGP_BACKUP_INTERVAL is \"0h\"")]
    [InlineData("QGP_BACKUP_INTERVAL", "-1h", "QGP_BACKUP_INTERVAL is \"-1h\"")]
    [InlineData("QGP_BACKUP_INTERVAL", "9999999d", "QGP_BACKUP_INTERVAL is \"9999999d\"")]
    [InlineData("QGP_BACKUP_AT", "25:00", "QGP_BACKUP_AT is \"25:00\"; it has to be a time of the day in UTC, such as 02:30.")]
    [InlineData("QGP_BACKUP_TOLERANCE", "soon", "QGP_BACKUP_TOLERANCE is \"soon\"")]
    [InlineData("QGP_BACKUP_KEEP", "0", "QGP_BACKUP_KEEP is \"0\"; it has to be a whole number from 1 to 10000.")]
    [InlineData("QGP_BACKUP_KEEP_DAYS", "x", "QGP_BACKUP_KEEP_DAYS is \"x\"")]
    [InlineData("DATABASE_URL", Url, "DATABASE_URL and DATABASE_URL_FILE are both set. Unset one.")]
    [InlineData("DATABASE_URL_FILE", "/run/secrets/none", "DATABASE_URL_FILE names /run/secrets/none, and there is no such file.")]
    [InlineData("DATABASE_URL_FILE", "", "DATABASE_URL_FILE is not set: name the file")]
    [InlineData("QGP_BACKUP_RECIPIENT", "age1x", "QGP_BACKUP_RECIPIENT is set and QGP_BACKUP_IDENTITY_FILE is not")]
    public void What_is_wrong_is_named_and_no_secret_is_shown(string name, string value, string sentence)
    {
        machine.Variables[name] = value;

        var refusal = Should.Throw<DeploymentException>(() => BackupServiceSettings.Read(machine, mask));

        refusal.Message.ShouldContain(sentence);
        refusal.Message.ShouldNotContain("7731");
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        machine.Variables["QGP_BACKUP_INTERVAL"] = "6h";
        machine.Variables["QGP_BACKUP_AT"] = "02:30";
        machine.Variables["QGP_BACKUP_KEEP"] = "many";
        machine.Texts.Clear();

        Should.Throw<DeploymentException>(() => BackupServiceSettings.Read(machine, mask)).Message.Split('\n').Length.ShouldBe(3);
    }
}
