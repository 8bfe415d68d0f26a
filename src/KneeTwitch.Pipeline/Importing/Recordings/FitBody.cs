using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats.Fit;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>What devices measure apart from workouts and counters: nights, pulse at rest, stress, weight, blood pressure, VO2max, the skin's warmth.</summary>
internal sealed class FitBody(RowFindings findings)
{
    private const double Calculating = 0xFFFE;

    /// <summary>What a cuff says of a measurement: incomplete, none, out of range. An irregular pulse is one all the same.</summary>
    private const double FirstFailure = 1, LastFailure = 3;

    private const int MostListed = 8;

    /// <summary>A year of nights has a tenth of it.</summary>
    private const int MostKept = 500_000;

    private readonly List<(DateTimeOffset At, int Level)> levels = [];
    private readonly List<(DateTimeOffset At, double Value, bool IsOfNight, long Place)> hrv = [];
    private readonly List<(DateTimeOffset At, (Metric Metric, double? Value)[] Values, int User, string What, long Place)> measures = [];
    private readonly Dictionary<DateOnly, (DateTimeOffset At, double Bpm, long Place)> resting = [];
    private DateTimeOffset? lastEvent;

    internal void Read(FitMessage message, Source source)
    {
        if ((FitTime.Instant(message.Seconds) ?? Own(message)) is not { } at || !IsRead(message.Kind) || !findings.IsPossible(at, message.At))
        {
            return;
        }

        if (levels.Count + hrv.Count + measures.Count >= MostKept)
        {
            findings.Context.Facts.LeftUnread("FIT messages beyond what one file can hold of nights and measures");
            return;
        }

        switch (message.Kind)
        {
            case 21:
                lastEvent = at;
                break;
            case 30 when message[0] is { } weight and not Calculating:
                Measure(at, [(Metric.BodyMassKg, weight / 100), (Metric.BodyFatPercent, message[1] / 100)], message[12], "weight", message.At);
                break;
            case 51 when message[8] is >= FirstFailure and <= LastFailure:
                findings.Reject("a blood pressure that the cuff itself calls failed", message.At);
                break;
            case 51:
                var beats = message[6] is > 0 ? message[6] : null;
                Measure(at, [(Metric.SystolicMmhg, message[0]), (Metric.DiastolicMmhg, message[1]), (Metric.HeartRateBpm, beats)], message[9], "blood pressure", message.At);
                break;
            case 211 when (message[1] ?? message[0]) is > 0 and var bpm:
                resting[findings.Context.Zones.DayOf(at)] = (at, bpm, message.At);
                break;
            case 227:
                findings.Add(Metric.VendorStressScore, at, at, message[0] is >= 0 ? message[0] : null, source, message.At);
                break;
            case 229:
                findings.Add(Metric.Vo2MaxMlPerKgMinute, at, at, message[2] is > 0 and var uptake ? uptake / 10 : null, source, message.At);
                break;
            case 269:
                findings.Add(Metric.OxygenSaturationPercent, at, at, message[0] is > 0 ? message[0] : null, source, message.At);
                break;
            case 275 when message[0] is { } level:
                levels.Add((at, (int)level));
                break;
            case 297:
                findings.Add(Metric.RespiratoryRatePerMinute, at, at, message[0] is > 0 and var breaths ? breaths / 100 : null, source, message.At);
                break;
            case 370 when message[1] is { } average:
                hrv.Add((at, average / 128, true, message.At));
                break;
            case 371 when message[0] is { } five:
                hrv.Add((at, five / 128, false, message.At));
                break;
            case 398:
                findings.Add(Metric.SkinTemperatureDeviationC, at, at, message[1], source, message.At);
                break;
        }
    }

    /// <summary>What can only be said at the end of a file.</summary>
    internal void Close(Source source)
    {
        Sleep(source);
        OfOnePerson(source);

        // The mean of a night stands in for values that the file does not hold.
        var hasValues = hrv.Any(value => !value.IsOfNight);
        foreach (var (at, value, _, place) in hrv.Where(value => value.IsOfNight != hasValues))
        {
            findings.Add(Metric.HrvRmssdMs, at, at, value, source, place);
        }

        foreach (var (at, bpm, place) in resting.Values)
        {
            findings.Add(Metric.RestingHeartRateBpm, at, at, bpm, source, place);
        }

        hrv.Clear();
        resting.Clear();
    }

    /// <summary>True for messages that mean the same in files of every kind, also of those that are left.</summary>
    internal static bool IsReadEverywhere(int kind) => kind is 229 or 398;

    private static bool IsRead(int kind) => IsReadEverywhere(kind) || kind is 21 or 30 or 51 or 211 or 227 or 269 or 275 or 297 or 370 or 371;

    /// <summary>Stress and VO2max have time fields of their own.</summary>
    private static DateTimeOffset? Own(FitMessage message) => message.Kind switch
    {
        227 => FitTime.Instant(message[1]),
        229 => FitTime.Instant(message[0]),
        _ => null,
    };

    /// <summary>A level lasts until the next one; the last until the file's last event, where one follows it.</summary>
    private void Sleep(Source source)
    {
        var changes = levels.OrderBy(level => level.At).ToList();
        for (var i = 0; i < changes.Count; i++)
        {
            var (at, level) = changes[i];
            var end = i + 1 < changes.Count ? changes[i + 1].At : lastEvent;
            SleepStage? stage = level switch
            {
                1 => SleepStage.Awake,
                2 => SleepStage.Light,
                3 => SleepStage.Deep,
                4 => SleepStage.Rem,
                _ => null,
            };
            if (stage is { } known && end > at)
            {
                findings.Add(Metric.SleepStage, at, end.Value, (double)known, source, 0);
            }
        }

        levels.Clear();
        lastEvent = null;
    }

    private void Measure(DateTimeOffset at, (Metric Metric, double? Value)[] values, double? user, string what, long place) =>
        measures.Add((at, values, (int)(user ?? -1), what, place));

    /// <summary>Scales and cuffs serve a household: where several used one, the wearer is the one that was named, and nobody is guessed to be it.</summary>
    private void OfOnePerson(Source source)
    {
        foreach (var device in measures.GroupBy(measure => measure.What))
        {
            var users = device.Select(measure => measure.User).Distinct().Order().ToList();
            foreach (var (at, values, user, what, place) in device)
            {
                if (users.Count > 1 && findings.Context.Person != $"{user}")
                {
                    findings.Reject($"a {what} of one of several people: users {string.Join(", ", users.Take(MostListed))} share the device; name one with --person", place);
                    continue;
                }

                foreach (var (metric, value) in values)
                {
                    findings.Add(metric, at, at, value, source, place);
                }
            }
        }

        measures.Clear();
    }
}
