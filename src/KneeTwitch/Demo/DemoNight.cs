namespace KneeTwitch.Demo;

/// <summary>The night that ends on a day: stages by the watch, time in bed by the phone.</summary>
internal sealed class DemoNight
{
    private readonly List<(string Stage, DateTimeOffset Start, DateTimeOffset End)> stages = [];

    internal required DateTimeOffset Start { get; init; }

    internal required DateTimeOffset End { get; init; }

    internal static DemoNight Of(DemoClock clock, Random random)
    {
        var asleep = Math.Round(clock.Plan.SleepMinutes(clock.Day, random) * 2) / 2;
        var parts = Parts(asleep, random).ToList();
        var end = clock.At((clock.IsWeekend ? 7.4 : 6.6) + random.Between(-0.2, 0.2) + clock.Plan.SleepShiftHours(clock.Day, random));
        var start = end.AddMinutes(-parts.Sum(part => part.Minutes));
        var night = new DemoNight { Start = start, End = end };
        foreach (var (stage, minutes) in parts)
        {
            night.stages.Add((stage, start, start.AddMinutes(minutes)));
            start = start.AddMinutes(minutes);
        }

        return night;
    }

    internal void Write(HealthXml xml)
    {
        xml.Category("SleepAnalysis", HealthXml.Phone, Start.AddMinutes(-11), End.AddMinutes(4), "SleepAnalysisInBed");
        foreach (var (stage, start, end) in stages)
        {
            xml.Category("SleepAnalysis", HealthXml.Watch, start, end, "SleepAnalysis" + stage);
        }
    }

    /// <summary>Cycles of light, deep and REM sleep with short wakes between; deep sleep early, REM late. The asleep parts add up to the minute.</summary>
    private static IEnumerable<(string Stage, double Minutes)> Parts(double asleep, Random random)
    {
        var left = asleep;
        for (var cycle = 0; left > 0; cycle++)
        {
            (string Stage, double Minutes)[] parts =
            [
                ("AsleepCore", random.Between(20, 34)),
                ("AsleepDeep", Math.Max(4, 30 - (7 * cycle)) * random.Between(0.8, 1.2)),
                ("AsleepCore", random.Between(14, 24)),
                ("AsleepREM", (10 + (5 * cycle)) * random.Between(0.8, 1.2)),
            ];
            foreach (var part in parts)
            {
                var minutes = Math.Min(left, Math.Round(part.Minutes * 2) / 2);
                left -= minutes;
                if (minutes > 0)
                {
                    yield return (part.Stage, minutes);
                }
            }

            if (left > 0)
            {
                yield return ("Awake", Math.Round(random.Between(1.5, 5) * 2) / 2);
            }
        }
    }
}
