using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>Reads what the wearer logs: weight, food and drinks. Files overlap, so each log counts once by its id.</summary>
internal sealed class FitbitLogs(FitbitImport import)
{
    private const int MostIds = 2_000_000;
    private const double ShortestMetres = 1.25, LongestMetres = 2.15, UsualMetres = 1.7;

    private static readonly double[] KilogramsInUnits = [1, 0.45359237, 6.35029318];

    private static readonly (string Name, Metric Metric)[] Nutrients =
    [
        ("calories", Metric.DietaryEnergyKcal),
        ("protein", Metric.ProteinG),
        ("carbs", Metric.CarbohydratesG),
        ("fat", Metric.FatG),
        ("fiber", Metric.FiberG),
        ("sodium", Metric.SodiumMg),
    ];

    private readonly HashSet<(FitbitPart Part, string Id)> seen = [];
    private readonly Dictionary<(DateTimeOffset Start, string What), int> logged = [];

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, FitbitPart part, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: false, import.Context);
        await foreach (var item in JsonItems.ReadAsync(entry, "", import.Context, cancel))
        {
            findings.At = item.At;
            if (item.Value.Text("logId") is { } id && seen.Count < MostIds && !seen.Add((part, id)))
            {
                continue;
            }

            switch (part)
            {
                case FitbitPart.Weight:
                    AddWeight(item.Value, findings);
                    break;
                case FitbitPart.FoodLogs:
                    AddFood(item.Value, findings);
                    break;
                case FitbitPart.WaterLogs:
                    AddWater(item.Value, findings);
                    break;
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private void AddWeight(JsonElement log, RowFindings findings)
    {
        if (log.Number("weight") is not (> 0 and var weight))
        {
            findings.Reject("a weight that is not a number");
            return;
        }

        if (import.Local($"{log.Text("date")} {log.Text("time") ?? "00:00:00"}", findings) is not { } at)
        {
            return;
        }

        if (KilogramsIn(weight, log.Number("bmi")) is not { } kilograms)
        {
            findings.Reject("a weight whose unit is not known: Profile.csv is missing");
            return;
        }

        var source = log.Text("source") is "Aria" or "Aria 2" or "Aria Air" ? FitbitImport.Tracker : FitbitImport.TypedIn;
        findings.Add(Metric.BodyMassKg, at, at, weight * kilograms, source);
        findings.Add(Metric.BodyFatPercent, at, at, log.Number("fat") is > 0 and var fat ? fat : null, source);
    }

    /// <summary>The unit is not in the file, but the body mass index is: only one unit makes it a person's height.</summary>
    private double? KilogramsIn(double weight, double? bmi)
    {
        if (bmi is not > 0)
        {
            return import.Profile.KilogramsInWeight;
        }

        double Metres(double unit) => Math.Sqrt(weight * unit / bmi.Value);

        var possible = KilogramsInUnits.Where(unit => Metres(unit) is >= ShortestMetres and <= LongestMetres).ToList();
        return import.Profile.KilogramsInWeight is { } said && possible.Contains(said) ? said
            : possible.Count > 0 ? possible.MinBy(unit => Math.Abs(Metres(unit) - UsualMetres))
            : null;
    }

    private void AddFood(JsonElement log, RowFindings findings)
    {
        if (Moments.Parse(log.Text("logDate")) is not { } date || log.Field("nutritionalValues") is not { } values)
        {
            findings.Reject("a food without a date or values");
            return;
        }

        var at = Next(import.Zones.StartOf(date.Day), values.GetRawText());
        foreach (var (name, metric) in Nutrients)
        {
            findings.Add(metric, at, at, values.Number(name), FitbitImport.TypedIn);
        }
    }

    private void AddWater(JsonElement log, RowFindings findings)
    {
        if (log.Number("waterAmount") is not (> 0 and var amount))
        {
            findings.Reject("a drink without an amount");
            return;
        }

        if (Millilitres(log.Text("unit")) is not { } millilitres)
        {
            findings.Reject("a drink whose unit is not known: Profile.csv is missing");
            return;
        }

        if (import.Local(log.Text("date"), findings) is { } at)
        {
            var placed = Next(at, FormattableString.Invariant($"{amount}"));
            findings.Add(Metric.WaterMl, placed, placed, amount * millilitres, FitbitImport.TypedIn);
        }
    }

    private double? Millilitres(string? unit) => unit?.ToUpperInvariant() switch
    {
        "ML" or "MILLILITER" or "MILLILITERS" => 1,
        "FL OZ" or "OZ" => 29.5735295625,
        "CUP" or "CUPS" => 236.5882365,
        _ => import.Profile.MillilitresInWater,
    };

    /// <summary>Logs have a date and no time: equal ones are set a second apart, so that two glasses of one size stay two.</summary>
    private DateTimeOffset Next(DateTimeOffset start, string what)
    {
        var number = logged.GetValueOrDefault((start, what));
        logged[(start, what)] = number + 1;
        return start.AddSeconds(number);
    }
}
