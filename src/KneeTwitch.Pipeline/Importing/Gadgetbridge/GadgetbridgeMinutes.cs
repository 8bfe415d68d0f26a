using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>The rows of one device's table in order of time, as steps, pulse and nights.</summary>
/// <param name="length">How long a row counts; null for as long as the rows are apart.</param>
/// <param name="longest">The most that rows are taken to be apart.</param>
internal sealed class GadgetbridgeMinutes(RowFindings findings, Source source, TimeSpan? length, TimeSpan longest)
{
    /// <summary>Nobody takes more; at a sync some bands report thousands at once.</summary>
    internal const double MostStepsPerMinute = 300;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestCarry = TimeSpan.FromMinutes(60);
    private TimeSpan usual = TimeSpan.FromMinutes(1);
    private readonly GadgetbridgeNights nights = new(findings, source);
    private GadgetbridgeKind lastKind = GadgetbridgeKind.Awake;
    private DateTimeOffset? last;
    private DateTimeOffset window;
    private double windowSteps;

    internal Source Source => source;

    /// <summary>Minus one, 0 and 255 are what was not measured.</summary>
    internal static double? Pulse(long? bpm) => bpm is >= 15 and <= 250 ? bpm : null;

    /// <summary>What the device said last holds until it says something else, but not over hours of silence.</summary>
    internal GadgetbridgeKind LastKind(DateTimeOffset at) => at - last <= LongestCarry ? lastKind : GadgetbridgeKind.Awake;

    internal void Add(DateTimeOffset at, long? steps, long? bpm, GadgetbridgeKind kind)
    {
        usual = at - last is { } gap && gap >= Minute && gap <= longest ? gap : usual;
        var span = length ?? usual;
        var pulse = Pulse(bpm);
        findings.Add(Metric.HeartRateBpm, at, at, pulse, source);
        if (steps is > 0 || (steps is 0 && pulse is not null && kind.IsWorn))
        {
            findings.Add(Metric.Steps, at, at + span, Capped(at, steps.Value, span), source);
        }
        else if (steps < -1)
        {
            findings.Reject("a negative number of steps");
        }

        nights.Add(at, at + span, kind.Stage);
        (last, lastKind) = (at, kind);
    }

    internal void Finish() => nights.Close();

    /// <summary>Rows by the second share one minute's most.</summary>
    private double Capped(DateTimeOffset at, double steps, TimeSpan span)
    {
        if (at - window >= span)
        {
            (window, windowSteps) = (at, 0);
        }

        var most = Math.Max(0, (MostStepsPerMinute * span.TotalMinutes) - windowSteps);
        if (steps > most)
        {
            findings.Reject("more than 300 steps a minute: the rest was cut off");
        }

        windowSteps += Math.Min(steps, most);
        return Math.Min(steps, most);
    }
}
