using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>
/// Makes nights of stretches of sleep that come in order of time. Gaps of up to an hour, or within a session that the device names, were
/// awake; longer ones part two nights.
/// </summary>
internal sealed class GadgetbridgeNights(RowFindings findings, Source source, IReadOnlyList<GadgetbridgeSession>? sessions = null)
{
    private static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private readonly List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> parts = [];
    private readonly HashSet<GadgetbridgeSession> used = [];
    private int next;

    /// <summary>A stretch of one stage; what is null or awake is the gap between two of them.</summary>
    internal void Add(DateTimeOffset start, DateTimeOffset end, SleepStage? stage)
    {
        if (stage is not { } known || known is SleepStage.Awake)
        {
            return;
        }

        if (parts.Count > 0)
        {
            var last = parts[^1];
            start = start < last.End ? last.End : start;
            if (end - parts[0].Start > Longest || (start - last.End > LongestGap && !AreOneSession(last.End, start)))
            {
                Close();
            }
            else if (start > last.End)
            {
                parts.Add((last.End, start, SleepStage.Awake));
            }
        }

        if (end <= start)
        {
            return;
        }

        if (parts.Count > 0 && parts[^1].Stage == known && parts[^1].End == start)
        {
            parts[^1] = (parts[^1].Start, end, known);
        }
        else
        {
            parts.Add((start, end, known));
        }
    }

    /// <summary>Ends the night that is open.</summary>
    internal void Close()
    {
        if (parts.Count == 0)
        {
            return;
        }

        var (start, end) = (parts[0].Start, parts[^1].End);
        if (SessionAt(start, end) is { } session)
        {
            used.Add(session);
            (start, end) = (session.Start < start ? session.Start : start, session.End > end ? session.End : end);
            parts.Insert(0, (start, parts[0].Start, SleepStage.Awake));
            parts.Add((parts[^1].End, end, SleepStage.Awake));
        }

        if (end - start >= Shortest)
        {
            new FoundNight(start, end) { Parts = [.. parts] }.AddTo(findings, source);
        }

        parts.Clear();
    }

    /// <summary>Ends the last night, and adds the sessions of which no stage was told.</summary>
    internal void Finish()
    {
        Close();
        foreach (var session in (sessions ?? []).Where(session => !used.Contains(session)))
        {
            var isSummed = session.Seconds.Values.Any(seconds => seconds > 0);
            new FoundNight(session.Start, session.End)
            {
                Parts = isSummed ? [] : [(session.Start, session.End, SleepStage.Asleep)],
                Seconds = session.Seconds,
            }.AddTo(findings, source);
        }
    }

    private bool AreOneSession(DateTimeOffset end, DateTimeOffset start) => SessionAt(end, start) is { } session && session.Start <= end && session.End >= start;

    /// <summary>The first session that overlaps; sessions and stretches come in the same order, so that none is looked at twice.</summary>
    private GadgetbridgeSession? SessionAt(DateTimeOffset start, DateTimeOffset end)
    {
        while (sessions is not null && next < sessions.Count && sessions[next].End <= start && !(parts.Count > 0 && sessions[next].End > parts[0].Start))
        {
            next++;
        }

        return sessions is not null && next < sessions.Count && sessions[next].Start < end && sessions[next].End > start ? sessions[next] : null;
    }
}
