using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Oura;

/// <summary>
/// Records besides sleeps. A row of the trends table is several of them at once. Scores, and the "walking distance" that is energy converted
/// to metres, are not taken: they only look like measurements.
/// </summary>
internal static class OuraDays
{
    internal static readonly Source Ring = Source.Named("Oura", SourceKind.Worn);

    private const double NotWornSeconds = 23 * 3_600;
    private const double SeverityNotSaid = -1;
    private static readonly Source Typed = Source.Named("Oura, typed in", SourceKind.Manual);

    /// <summary>Takes what a record says; false where nothing in it is known.</summary>
    internal static bool Add(OuraRecord record, RowFindings findings)
    {
        var isKnown = false;
        foreach (var (field, add) in Kinds)
        {
            if (record.Has(field))
            {
                add(record, findings);
                isKnown = true;
            }
        }

        return isKnown;
    }

    private static readonly (string Field, Action<OuraRecord, RowFindings> Add)[] Kinds =
    [
        ("steps", AddActivity),
        ("temperature_deviation", (record, findings) => AddAtDay(Metric.SkinTemperatureDeviationC, record.Number("temperature_deviation"), record, findings)),
        ("vo2_max", (record, findings) => AddAtDay(Metric.Vo2MaxMlPerKgMinute, record.Measured("vo2_max"), record, findings)),
        ("spo2_percentage", AddOxygen),
        ("bpm", AddBeat),
        ("start_datetime", AddSession),
        ("tag_type_code", AddTag),
        ("biological_sex", (record, findings) => findings.Context.Facts.Sex = record.Text("biological_sex") switch
        {
            "female" => Sex.Female,
            "male" => Sex.Male,
            _ => findings.Context.Facts.Sex,
        }),
    ];

    private static void AddActivity(OuraRecord record, RowFindings findings)
    {
        if (findings.Day(record.Text("day")) is not { } day)
        {
            return;
        }

        // A ring in a drawer counts no steps; that is not a day without steps.
        if (record.Number("steps") is 0 && (record.Number("non_wear_time") ?? NotWornSeconds) >= NotWornSeconds)
        {
            findings.Context.Facts.LeftUnread("activity of a day without the ring");
            return;
        }

        findings.AddDay(Metric.VendorSteps, day, record.Number("steps"), Ring);
        findings.AddDay(Metric.VendorActiveEnergyKcal, day, record.Number("active_calories"), Ring);
        findings.AddDay(Metric.VendorTotalEnergyKcal, day, record.Measured("total_calories"), Ring);
        findings.AddDay(Metric.VendorModerateMinutes, day, record.Seconds("medium_activity_time") / 60, Ring);
        findings.AddDay(Metric.VendorVigorousMinutes, day, record.Seconds("high_activity_time") / 60, Ring);
    }

    private static void AddAtDay(Metric metric, double? value, OuraRecord record, RowFindings findings)
    {
        if (value is not null && findings.Day(record.Text("day")) is { } day)
        {
            findings.AddAtDay(metric, day, value, Ring);
        }
    }

    private static void AddOxygen(OuraRecord record, RowFindings findings)
    {
        var average = record.Part("spo2_percentage")?.Number("average") ?? record.Number("spo2_percentage");
        AddAtDay(Metric.OxygenSaturationPercent, average is 0 ? null : average, record, findings);
    }

    private static void AddBeat(OuraRecord record, RowFindings findings)
    {
        if (record.Measured("bpm") is { } bpm && findings.Instant(record.Text("timestamp")) is { } at)
        {
            findings.Add(Metric.HeartRateBpm, at, at, bpm, Ring);
        }
    }

    /// <summary>Workouts have an activity, sessions of breathing and resting a type.</summary>
    private static void AddSession(OuraRecord record, RowFindings findings)
    {
        if (findings.Instant(record.Text("start_datetime")) is not { } start || findings.Instant(record.Text("end_datetime")) is not { } end)
        {
            return;
        }

        if (record.Text("activity") is { } activity)
        {
            var workout = new FoundWorkout(start, end, SportWords.Find(activity)) { DistanceM = record.Measured("distance"), EnergyKcal = record.Measured("calories") };
            workout.AddTo(findings, record.Text("source") is "manual" ? Typed : Ring);
            return;
        }

        var kind = record.Text("type") ?? "";
        if (kind is "breathing" or "meditation" or "relaxation")
        {
            findings.Add(Metric.MindfulMinutes, start, end, (end - start).TotalMinutes, Ring);
        }
        else
        {
            findings.Context.Facts.LeftUnread(kind is "nap" or "rest" or "body_status" ? $"session of type {kind}" : "session of another type");
        }

        foreach (var (at, bpm) in OuraSamples.Of(record.Part("heart_rate")) ?? [])
        {
            findings.Add(Metric.HeartRateBpm, at, at, bpm > 0 ? bpm : null, Ring);
        }
    }

    /// <summary>A tag says that, not how much: a symptom has a place for that, the rest goes into the diary.</summary>
    private static void AddTag(OuraRecord record, RowFindings findings)
    {
        if (OuraWords.SymptomOf(record.Text("tag_type_code") ?? "") is { } metric && findings.Instant(record.Text("start_time")) is { } at)
        {
            findings.Add(metric, at, at, SeverityNotSaid, Typed);
        }
    }
}
