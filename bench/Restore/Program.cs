using System.Diagnostics;
using System.Globalization;
using Bench.Restore;
using QualityGovernance.Deployment.Databases;

const int Times = 3;
const double Factor = 1.5;
var allowance = TimeSpan.FromSeconds(20);

var rows = args is [var asked, ..] ? int.Parse(asked, CultureInfo.InvariantCulture) : 1_000_000;
await using var server = await Server.StartAsync();
Console.WriteLine($"A database of {rows:N0} rows is made, backed up and restored {Times} times in each of two ways; this takes a few minutes.");

var source = await server.FillAsync(rows);
using var backups = new BackupFolder();
var cipher = new BackupCipher(server.Engine.Runner, recipient: null, identityFile: null);
var watch = Stopwatch.StartNew();
var backup = await new BackupTaking(server.Tools, backups.Store, cipher, TimeProvider.System).TakeAsync(source, "benchmark");
var taken = watch.Elapsed;

var restoring = new DatabaseRestoring(server.Tools, cipher, TimeProvider.System);
var (bare, proven) = (new List<TimeSpan>(), new List<TimeSpan>());
for (var i = 0; i < Times; i++)
{
    // In turns, so that both see the same load of the machine.
    bare.Add(await server.BareRestoreAsync(source, backup));
    watch.Restart();
    var kept = await restoring.SwapAsync(source, await restoring.RestoreBesideAsync(backup, source));
    proven.Add(watch.Elapsed);
    await restoring.DropAsync(source, kept);
}

bare.Sort();
proven.Sort();
Console.WriteLine();
Console.WriteLine($"{backup.Manifest.Rows:N0} rows, {backup.Manifest.SizeBytes / 1e6:0.0} MB of dump, PostgreSQL {backup.Manifest.ServerVersion}");
Console.WriteLine($"{"backup, counted and hashed",-42} {taken.TotalSeconds,7:0.00} s");
Print("bare: pg_restore into an empty database", bare);
Print("proven: restored, compared, exchanged", proven);
Console.WriteLine($"{"ratio of the medians",-42} {proven[Times / 2] / bare[Times / 2],7:0.00}");

// The same rows in a sandbox that serves, the application stopped and started with all that lies between.
await using var sandbox = await ServedSandbox.StartAsync(server.Engine, Server.Repository());
await sandbox.SqlAsync(Server.Records(rows));
var (served, sandboxBackup) = (new List<TimeSpan>(), await sandbox.BackupAsync());
var bareOfServed = new List<TimeSpan>();
for (var i = 0; i < Times; i++)
{
    bareOfServed.Add(await server.BareRestoreAsync(source, sandboxBackup));
    served.Add(await sandbox.RestoreAsync());
}

bareOfServed.Sort();
served.Sort();
var limit = bareOfServed[Times / 2] * Factor + allowance;
Print("bare: the sandbox's dump", bareOfServed);
Print("to serving: command to verified answer", served);
Console.WriteLine($"{"ratio of the medians",-42} {served[Times / 2] / bareOfServed[Times / 2],7:0.00}");
Console.WriteLine($"{"goal for serving",-42} {limit.TotalSeconds,7:0.00} s   {Factor:0.0} x bare + {allowance.TotalSeconds:0} s, used {served[Times / 2] / limit:P0}");
return 0;

static void Print(string name, List<TimeSpan> sorted) =>
    Console.WriteLine($"{name,-42} {sorted[sorted.Count / 2].TotalSeconds,7:0.00} s {sorted[0].TotalSeconds,7:0.00} - {sorted[^1].TotalSeconds:0.00} s");
