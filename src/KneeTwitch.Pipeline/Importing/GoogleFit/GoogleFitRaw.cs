using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.GoogleFit;

/// <summary>
/// Reads streams of raw data. What phone, watch and apps said is merged by Google into derived streams, some twice: one stream is read for
/// each kind, the merged one where it is there.
/// </summary>
internal static class GoogleFitRaw
{
    private const double CentimetresInMetre = 100;
    private const double MillilitresInLitre = 1_000;
    private const string StepType = "com.google.step_count.delta";
    private const string DistanceType = "com.google.distance.delta";
    private const string EnergyType = "com.google.calories.expended";
    private const string PulseType = "com.google.heart_rate.bpm";
    private const string SleepType = "com.google.sleep.segment";
    private const string WeightType = "com.google.weight";
    private const string NutritionType = "com.google.nutrition";

    private static readonly string[] Types =
        [StepType, DistanceType, EnergyType, PulseType, SleepType, "com.google.hydration", NutritionType, WeightType, "com.google.height"];

    private static readonly Dictionary<string, Metric> Nutrients = new(StringComparer.Ordinal)
    {
        ["calories"] = Metric.DietaryEnergyKcal,
        ["protein"] = Metric.ProteinG,
        ["fat.total"] = Metric.FatG,
        ["carbs.total"] = Metric.CarbohydratesG,
        ["dietary_fiber"] = Metric.FiberG,
        ["sugar"] = Metric.SugarG,
        ["sodium"] = Metric.SodiumMg,
        ["potassium"] = Metric.PotassiumMg,
        ["calcium"] = Metric.CalciumMg,
        ["iron"] = Metric.IronMg,
        ["caffeine"] = Metric.CaffeineMg,
    };

    /// <summary>The kind of data of a file, by its name; null for one we do not read, which is most of the archive's bytes.</summary>
    internal static string? TypeOf(ExportEntry entry)
    {
        var name = entry.Name[(entry.Name.IndexOf('_', StringComparison.Ordinal) + 1)..];
        return Types.FirstOrDefault(type => name.StartsWith(type, StringComparison.OrdinalIgnoreCase)
            && (name.Length == type.Length || name[type.Length] is '_' or '.' or '(' or ' '));
    }

    /// <summary>The streams that are read: of each kind the merged one, and none of what tables or sessions tell already.</summary>
    internal static IReadOnlyList<ExportEntry> Choose(IReadOnlyList<ExportEntry> streams, bool hasBins, bool hasSleepSessions)
    {
        var chosen = new List<ExportEntry>();
        foreach (var kind in streams.GroupBy(TypeOf))
        {
            var isTold = (hasBins && kind.Key is StepType or DistanceType or EnergyType) || (hasSleepSessions && kind.Key is SleepType);
            if (isTold)
            {
                continue;
            }

            ExportEntry[] Called(string word) => [.. kind.Where(entry => entry.Name.Contains(word, StringComparison.OrdinalIgnoreCase))];

            IReadOnlyList<ExportEntry>[] preferences = [Called("estimated_steps"), Called("merge"), [.. kind.Where(entry => entry.Name.StartsWith("derived_", StringComparison.OrdinalIgnoreCase))], [.. kind]];
            chosen.AddRange(kind.Key is null ? kind : preferences.First(preference => preference.Count > 0));
        }

        return chosen;
    }

    internal static bool IsPulse(ExportEntry entry) => TypeOf(entry) is PulseType;

    internal static bool IsWeight(ExportEntry entry) => TypeOf(entry) is WeightType;

    internal static async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: false, context);
        var (held, last) = ((Reading[])[], default(Point));
        await foreach (var item in JsonItems.ReadAsync(entry, "Data Points", context, cancel))
        {
            findings.At = item.At;
            Add(item.Value, findings);
            var (found, point) = (findings.Take(), Point.Of(item.Value));
            if (point.IsOlderThan(last))
            {
                continue;
            }

            foreach (var reading in last.IsOlderThan(point) ? [] : held)
            {
                yield return reading;
            }

            (held, last) = (found, point);
        }

        foreach (var reading in held)
        {
            yield return reading;
        }
    }

    /// <summary>What makes two points of a stream the same one, which follow each other where it was changed later.</summary>
    private readonly record struct Point(long? Start, long? End, string? Origin, long? Modified)
    {
        internal static Point Of(JsonElement point) =>
            new(point.Whole("startTimeNanos"), point.Whole("endTimeNanos"), point.Text("originDataSourceId"), point.Whole("modifiedTimeMillis"));

        internal bool IsOlderThan(Point other) => Start is not null && Modified < other.Modified && this with { Modified = other.Modified } == other;
    }

    private static void Add(JsonElement point, RowFindings findings)
    {
        if (Nanoseconds(point, "startTimeNanos") is not { } start || Nanoseconds(point, "endTimeNanos") is not { } end)
        {
            findings.Reject("a date that cannot be read");
            return;
        }

        var values = point.Items("fitValue").Select(value => value.Field("value")).OfType<JsonElement>().ToList();
        var type = point.Text("dataTypeName");
        if (values.Count == 0)
        {
            findings.Context.Facts.LeftUnread("raw data without a value");
            return;
        }

        var number = values[0].Number("fpVal") ?? values[0].Number("intVal");
        switch (type)
        {
            case StepType:
                findings.Add(Metric.Steps, start, end, number, GoogleFitTables.Fit);
                break;
            case DistanceType:
                findings.Add(Metric.DistanceM, start, end, number, GoogleFitTables.Fit);
                break;
            case EnergyType:
                findings.Add(Metric.TotalEnergyKcal, start, end, number, GoogleFitTables.Fit);
                break;
            case PulseType:
                findings.Add(Metric.HeartRateBpm, start, end, number, GoogleFitTables.Fit);
                break;
            case "com.google.hydration":
                findings.Add(Metric.WaterMl, start, end, number * MillilitresInLitre, GoogleFitTables.Fit);
                break;
            case WeightType:
                findings.Add(Metric.BodyMassKg, start, end, number, GoogleFitTables.Fit);
                break;
            case "com.google.height":
                findings.Add(Metric.HeightCm, start, end, number * CentimetresInMetre, GoogleFitTables.Fit);
                break;
            case SleepType:
                AddSleep(number, start, end, findings);
                break;
            case NutritionType:
                AddFood(values, start, end, findings);
                break;
            default:
                findings.Context.Facts.LeftUnread($"raw data {type}");
                break;
        }
    }

    private static void AddSleep(double? code, DateTimeOffset start, DateTimeOffset end, RowFindings findings)
    {
        SleepStage? stage = code switch
        {
            1 => SleepStage.Awake,
            2 => SleepStage.Asleep,
            4 => SleepStage.Light,
            5 => SleepStage.Deep,
            6 => SleepStage.Rem,
            _ => null,
        };
        if (stage is { } known)
        {
            findings.Add(Metric.SleepStage, start, end, (double)known, GoogleFitTables.Fit);
        }
        else if (code is not 3)
        {
            // Three is out of bed: no sleep, and nothing wrong.
            findings.Reject("a sleep stage that is not known");
        }
    }

    private static void AddFood(List<JsonElement> values, DateTimeOffset start, DateTimeOffset end, RowFindings findings)
    {
        foreach (var nutrient in values.SelectMany(value => value.Items("mapVal")))
        {
            if (nutrient.Text("key") is { } key && Nutrients.TryGetValue(key, out var metric))
            {
                findings.Add(metric, start, end, nutrient.Field("value")?.Number("fpVal"), GoogleFitTables.Fit);
            }
        }
    }

    /// <summary>As whole numbers: as a fraction a nanosecond of today has no place.</summary>
    private static DateTimeOffset? Nanoseconds(JsonElement point, string name) =>
        point.Whole(name) is { } nanoseconds ? Moments.FromSeconds(Math.Floor(nanoseconds / 1e9)) : null;
}
