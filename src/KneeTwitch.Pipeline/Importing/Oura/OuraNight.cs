using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Oura;

/// <summary>One sleep. Durations in seconds; null is what the ring did not say.</summary>
/// <param name="Day">The day it counts to: the vendor's word goes before any arithmetic, a late nap counts to the next day.</param>
internal sealed record OuraNight(DateTimeOffset Start, DateTimeOffset End, DateOnly Day)
{
    internal required bool IsMain { get; init; }

    /// <summary>A digit a stretch of time: 1 deep, 2 light, 3 REM, 4 awake.</summary>
    internal required string Phases { get; init; }

    internal required int PhaseSeconds { get; init; }

    internal double? Deep { get; init; }

    internal double? Light { get; init; }

    internal double? Rem { get; init; }

    internal double? Awake { get; init; }

    internal double? Asleep { get; init; }

    internal double? LowestHeartRate { get; init; }

    internal double? AverageHrv { get; init; }

    internal double? Breaths { get; init; }

    internal IReadOnlyList<(DateTimeOffset At, double Value)>? HeartRates { get; init; }

    internal bool AddTo(RowFindings findings)
    {
        var stages = new Dictionary<SleepStage, double> { [SleepStage.Deep] = Deep ?? 0, [SleepStage.Light] = Light ?? 0, [SleepStage.Rem] = Rem ?? 0 };
        if (stages.Values.Sum() == 0)
        {
            stages = new() { [SleepStage.Asleep] = Asleep ?? 0 };
        }

        stages[SleepStage.Awake] = Awake ?? 0;
        if (!new FoundNight(Start, End) { Parts = [.. Stages()], Seconds = stages }.AddTo(findings, OuraDays.Ring))
        {
            return false;
        }

        findings.Add(Metric.HrvRmssdMs, Start, End, AverageHrv, OuraDays.Ring);
        findings.Add(Metric.RespiratoryRatePerMinute, Start, End, Breaths, OuraDays.Ring);
        findings.Add(Metric.RestingHeartRateBpm, End, End, IsMain ? LowestHeartRate : null, OuraDays.Ring);
        foreach (var (at, bpm) in HeartRates ?? [])
        {
            findings.Add(Metric.HeartRateBpm, at, at, bpm > 0 ? bpm : null, OuraDays.Ring);
        }

        return true;
    }

    /// <summary>Equal digits in a row are one stage.</summary>
    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> Stages()
    {
        var most = Math.Min(Phases.Length, 86_400 / PhaseSeconds);
        for (var from = 0; from < most;)
        {
            var to = from + 1;
            while (to < most && Phases[to] == Phases[from])
            {
                to++;
            }

            if (Stage(Phases[from]) is { } stage)
            {
                yield return (Start.AddSeconds(from * PhaseSeconds), Start.AddSeconds(to * PhaseSeconds), stage);
            }

            from = to;
        }
    }

    private static SleepStage? Stage(char digit) => digit switch
    {
        '1' => SleepStage.Deep,
        '2' => SleepStage.Light,
        '3' => SleepStage.Rem,
        '4' => SleepStage.Awake,
        _ => null,
    };
}
