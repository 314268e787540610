using Bench.Startup;

using var checkout = new Checkout(Checkout.FindRepository());
Console.WriteLine("Measuring the start of the build in a copy of it; this takes a minute.");

checkout.Bootstrap();
var warm = Measurement.Of(11, () => { }, checkout.Bootstrap);
var cold = Measurement.Of(3, checkout.RemoveCompiled, checkout.Bootstrap);
var first = Measurement.Of(1, checkout.RemoveRemembered, checkout.Bootstrap);
var genuine = Genuine.Measure(checkout);

Console.WriteLine();
Console.WriteLine($"{"",-42} {"median",9} {"min - max",17}   goal");
Print("warm: a target that does nothing", warm, genuine.Warm * 0.25, $"0.25 x {genuine.Warm.TotalSeconds:0.00} s");
Print("cold: nothing compiled, packages cached", cold, genuine.Cold, $"{genuine.Cold.TotalSeconds:0.00} s");
Print("first: the engine not yet known either", first, null, null);
Console.WriteLine();
Console.WriteLine(genuine.Source);
return 0;

static void Print(string name, Measurement measured, TimeSpan? goal, string? formula)
{
    var verdict = goal == null ? string.Empty : $"   {formula} = {goal.Value.TotalSeconds:0.00} s, used {measured.Median / goal.Value:P0}";
    Console.WriteLine($"{name,-42} {measured.Median.TotalSeconds,7:0.00} s {measured.Least.TotalSeconds,7:0.00} - {measured.Most.TotalSeconds:0.00} s{verdict}");
}
