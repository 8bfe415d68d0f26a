using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>Finds the night of a sleep day: one main source, its gaps filled by the next.</summary>
internal sealed class Nights(ReadingIndex readings)
{
    private readonly List<Timed> buffer = [];

    /// <summary>The night, or null where no source said anything of it.</summary>
    internal Night? Of(DayFrame day) => Of(Logs(day));

    /// <summary>What each source said of the sleep day, most believed first.</summary>
    internal List<SleepLog> Logs(DayFrame day) =>
    [
        .. readings[Metric.SleepStage]
            .Select(track => SleepLog.Read(track, day, buffer))
            .OfType<SleepLog>()
            .OrderBy(log => log.AsleepSeconds == 0)
            .ThenBy(log => log.Rank)
            .ThenByDescending(log => log.AsleepSeconds == 0 ? log.InBedSeconds : log.SaidSeconds)
            .ThenByDescending(log => log.AsleepSeconds)
            .ThenBy(log => log.Source, StringComparer.Ordinal),
    ];

    /// <param name="logs">In the order of <see cref="Logs"/>.</param>
    internal static Night? Of(List<SleepLog> logs)
    {
        var asleep = logs.FindAll(log => log.AsleepSeconds > 0);
        if (asleep.Count > 0)
        {
            var parts = Fill(asleep);
            return new Night(parts, asleep[0].InBed) { InBedSource = asleep[0].Source, Aside = Aside(logs, parts) };
        }

        var inBed = logs.Find(log => log.InBed.Count > 0);
        return inBed is null ? null : new Night([], inBed.InBed) { InBedSource = inBed.Source };
    }

    /// <summary>What the sources said of sleep that is not in the night.</summary>
    private static List<(string Source, long Seconds, SetAsideReason Reason)> Aside(List<SleepLog> logs, List<Night.Part> parts) =>
    [
        .. logs.SelectMany(log => new[]
        {
            (log.Source, log.AsleepSeconds - parts.Where(part => part.IsAsleep && part.Source == log.Source).Sum(part => part.Span.Length), SetAsideReason.LessTrusted),
            (log.Source, log.RepeatedSeconds, SetAsideReason.Repeated),
            (log.Source, log.AsleepSeconds == 0 ? log.InBedSeconds : 0, SetAsideReason.NotAsleep),
        }),
    ];

    private static List<Night.Part> Fill(List<SleepLog> logs)
    {
        var parts = new List<Night.Part>();
        var said = new List<Span>();
        foreach (var log in logs)
        {
            foreach (var session in log.Sessions())
            {
                foreach (var gap in session.Without(said).Where(gap => IsSilence(gap, session)))
                {
                    parts.AddRange(log.Stages
                        .Where(stage => stage.Span.Overlaps(gap))
                        .Select(stage => new Night.Part(stage.Span.Within(gap), stage.Stage, log.Source)));
                }
            }

            said = Span.Join(said.Concat(log.Said()), 0);
        }

        parts.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return parts;
    }

    /// <summary>
    /// Two devices never agree when sleep began and ended. What a session has beyond one end of the more trusted account is only silence of
    /// that account, rather than another opinion, if it would be an episode of its own.
    /// </summary>
    private static bool IsSilence(Span gap, Span session)
    {
        var isAtOneEnd = (gap.Start == session.Start) != (gap.End == session.End);
        return !isAtOneEnd || gap.Length >= SleepLog.SessionGap;
    }
}
