using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats.Fit;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>What devices measure apart from workouts and counters: nights, pulse at rest, stress, weight, blood pressure.</summary>
internal sealed class FitBody(RowFindings findings)
{
    private const double Calculating = 0xFFFE;

    private readonly List<(DateTimeOffset At, int Level)> levels = [];
    private readonly List<(DateTimeOffset At, double Value, bool IsOfNight, long Place)> hrv = [];
    private readonly List<(DateTimeOffset At, double Kg, double? FatPercent, int User, long Place)> weights = [];
    private readonly Dictionary<DateOnly, (DateTimeOffset At, double Bpm, long Place)> resting = [];
    private DateTimeOffset? lastEvent;

    internal void Read(FitMessage message, Source source)
    {
        if ((FitTime.Instant(message.Seconds) ?? Own(message)) is not { } at || !IsRead(message.Kind) || !findings.IsPossible(at, message.At))
        {
            return;
        }

        switch (message.Kind)
        {
            case 21:
                lastEvent = at;
                break;
            case 30 when message[0] is { } weight and not Calculating:
                weights.Add((at, weight / 100, message[1] / 100, (int)(message[12] ?? -1), message.At));
                break;
            case 51:
                findings.Add(Metric.SystolicMmhg, at, at, message[0], source, message.At);
                findings.Add(Metric.DiastolicMmhg, at, at, message[1], source, message.At);
                break;
            case 211 when (message[1] ?? message[0]) is > 0 and var bpm:
                resting[findings.Context.Zones.DayOf(at)] = (at, bpm, message.At);
                break;
            case 227:
                findings.Add(Metric.VendorStressScore, at, at, message[0] is >= 0 ? message[0] : null, source, message.At);
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
        }
    }

    /// <summary>What can only be said at the end of a file.</summary>
    internal void Close(Source source)
    {
        Sleep(source);
        Weigh(source);

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

    private static bool IsRead(int kind) => kind is 21 or 30 or 51 or 211 or 227 or 269 or 275 or 297 or 370 or 371;

    /// <summary>Stress has a time field of its own.</summary>
    private static DateTimeOffset? Own(FitMessage message) => message.Kind == 227 ? FitTime.Instant(message[1]) : null;

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

    /// <summary>A scale serves a household: where several stood on it, nobody is guessed to be the wearer.</summary>
    private void Weigh(Source source)
    {
        var users = weights.Select(weight => weight.User).Distinct().Order().ToList();
        foreach (var (at, kg, fat, _, place) in weights)
        {
            if (users.Count > 1)
            {
                findings.Reject($"a weight of one of several people: users {string.Join(", ", users.Take(8))} share the scale", place);
                continue;
            }

            findings.Add(Metric.BodyMassKg, at, at, kg, source, place);
            findings.Add(Metric.BodyFatPercent, at, at, fat, source, place);
        }

        weights.Clear();
    }
}
