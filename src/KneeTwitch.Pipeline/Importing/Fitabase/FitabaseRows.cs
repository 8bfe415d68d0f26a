using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitabase;

/// <summary>What a row of each table says. Times are the participant's wall clock, always written the American way.</summary>
internal static class FitabaseRows
{
    private const double MetresInKilometre = 1_000;
    private const int Moderate = 2, Vigorous = 3;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Source Tracker = Source.Named("Fitbit", SourceKind.Worn);
    private static readonly Source TypedIn = Source.Named("Fitbit, typed in", SourceKind.Manual);

    /// <summary>Minutes of an hour as the wide tables name them.</summary>
    private static readonly string[] Minutes = [.. Enumerable.Range(0, 60).Select(minute => minute.ToString("00", CultureInfo.InvariantCulture))];

    internal static void Read(FitabaseTable table, CsvRow row, RowFindings findings)
    {
        var time = Moments.Parse(row.FirstOf(FitabaseTables.Times), DateOrder.MonthFirst);
        if (findings.Instant(time) is not { } at || time is not { } moment)
        {
            return;
        }

        switch (table)
        {
            case FitabaseTable.DailyActivity:
                AddDay(row, moment.Day, findings);
                break;
            case FitabaseTable.DailyEnergy:
                AddDayEnergy(row, moment.Day, findings);
                break;
            case FitabaseTable.DailySleep:
                findings.AddDay(Metric.VendorSleepMinutes, moment.Day, row.Number("TotalMinutesAsleep"), Tracker);
                findings.AddDay(Metric.VendorInBedMinutes, moment.Day, row.Number("TotalTimeInBed"), Tracker);
                break;
            case FitabaseTable.Weight:
                AddWeight(row, at, findings);
                break;
            case FitabaseTable.HeartRate:
                findings.Add(Metric.HeartRateBpm, at, at, row.Number("Value"), Tracker);
                break;
            case FitabaseTable.MinuteSleep:
                AddSleep(row, at, findings);
                break;
            case FitabaseTable.HourSteps:
                findings.Add(Metric.Steps, at, at.AddHours(1), row.Number("StepTotal"), Tracker);
                break;
            case FitabaseTable.MinuteSteps:
                findings.Add(Metric.Steps, at, at + Minute, row.Number("Steps"), Tracker);
                break;
            case FitabaseTable.MinuteIntensity:
                AddIntensity(row.Number("Intensity"), at, findings);
                break;
            case FitabaseTable.HourEnergy:
                findings.Add(Metric.TotalEnergyKcal, at, at.AddHours(1), row.Number("Calories"), Tracker);
                break;
            case FitabaseTable.MinuteEnergy:
                findings.Add(Metric.TotalEnergyKcal, at, at + Minute, row.Number("Calories"), Tracker);
                break;
            case FitabaseTable.MinuteStepsWide or FitabaseTable.MinuteIntensityWide or FitabaseTable.MinuteEnergyWide:
                AddHour(table, row, at, findings);
                break;
        }
    }

    private static void AddDay(CsvRow row, DateOnly day, RowFindings findings)
    {
        double? Number(string name) => row[name] is null ? null : row.Number(name);

        var steps = Number("TotalSteps") ?? Number("StepTotal");
        var (very, fairly, lightly) = (Number("VeryActiveMinutes"), Number("FairlyActiveMinutes"), Number("LightlyActiveMinutes"));
        if (Number("SedentaryMinutes") is 1_440 && steps is null or 0 && very is null or 0 && fairly is null or 0 && lightly is null or 0)
        {
            // The tracker lay in a drawer: nobody sits for 24 hours without one step.
            findings.Context.Facts.LeftUnread("days on which nothing was worn");
            return;
        }

        findings.AddDay(Metric.VendorSteps, day, steps, Tracker);
        findings.AddDay(Metric.VendorDistanceM, day, Number("TotalDistance") * MetresInKilometre, Tracker);
        findings.AddDay(Metric.VendorModerateMinutes, day, fairly, Tracker);
        findings.AddDay(Metric.VendorVigorousMinutes, day, very, Tracker);
        AddDayEnergy(row, day, findings);
    }

    /// <summary>Nobody burns nothing: a zero is the rest of the last day, which was not there any more.</summary>
    private static void AddDayEnergy(CsvRow row, DateOnly day, RowFindings findings) =>
        findings.AddDay(Metric.VendorTotalEnergyKcal, day, row.Number("Calories") is > 0 and var energy ? energy : null, Tracker);

    private static void AddWeight(CsvRow row, DateTimeOffset at, RowFindings findings)
    {
        var source = row["IsManualReport"]?.Equals("true", StringComparison.OrdinalIgnoreCase) is true ? TypedIn : Tracker;
        findings.Add(Metric.BodyMassKg, at, at, row.Number("WeightKg"), source);
        findings.Add(Metric.BodyFatPercent, at, at, row.Number("Fat") is > 0 and var fat ? fat : null, source);
    }

    private static void AddSleep(CsvRow row, DateTimeOffset at, RowFindings findings)
    {
        // Restless is not counted as sleep by the vendor either.
        SleepStage? stage = row.Number("value") switch
        {
            1 => SleepStage.Asleep,
            2 or 3 => SleepStage.Awake,
            _ => null,
        };
        if (stage is not { } known)
        {
            findings.Reject("a sleep state that is not known");
            return;
        }

        // Minutes are stamped with odd seconds, which differ between copies.
        var start = at.AddSeconds(-at.Second);
        findings.Add(Metric.SleepStage, start, start + Minute, (double)known, Tracker);
    }

    private static void AddHour(FitabaseTable table, CsvRow row, DateTimeOffset at, RowFindings findings)
    {
        for (var i = 0; i < Minutes.Length; i++)
        {
            var start = at.AddMinutes(i);
            if (table is FitabaseTable.MinuteStepsWide)
            {
                findings.Add(Metric.Steps, start, start + Minute, row.Number("Steps" + Minutes[i]), Tracker);
            }
            else if (table is FitabaseTable.MinuteEnergyWide)
            {
                findings.Add(Metric.TotalEnergyKcal, start, start + Minute, row.Number("Calories" + Minutes[i]), Tracker);
            }
            else
            {
                AddIntensity(row.Number("Intensity" + Minutes[i]), start, findings);
            }
        }
    }

    private static void AddIntensity(double? intensity, DateTimeOffset at, RowFindings findings)
    {
        if (intensity is not { } known)
        {
            return;
        }

        findings.Add(Metric.ModerateMinutes, at, at + Minute, known is Moderate ? 1 : 0, Tracker);
        findings.Add(Metric.VigorousMinutes, at, at + Minute, known is Vigorous ? 1 : 0, Tracker);
    }
}
