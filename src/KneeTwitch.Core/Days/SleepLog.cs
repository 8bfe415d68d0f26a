using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>What one source said of one sleep day, every minute once.</summary>
/// <param name="Source">Who.</param>
/// <param name="Rank">Its place in the trust order.</param>
/// <param name="Stages">Asleep and awake, earliest first, without overlaps.</param>
/// <param name="InBed">In bed, joined.</param>
/// <param name="RepeatedSeconds">Asleep, said more than once or taken back by a newer account.</param>
internal sealed record SleepLog(string Source, int Rank, List<(Span Span, SleepStage Stage)> Stages, List<Span> InBed, long RepeatedSeconds)
{
    /// <summary>Sleep that goes on after at most this is one episode.</summary>
    internal const int SessionGap = 90 * 60;

    /// <summary>Episodes and records longer than a day are not sleep.</summary>
    private const int Longest = 24 * 3600;

    internal long AsleepSeconds { get; } = Stages.Where(part => IsAsleep(part.Stage)).Sum(part => part.Span.Length);

    internal long InBedSeconds => InBed.Sum(span => span.Length);

    /// <summary>How much of the night it can speak for.</summary>
    internal long SaidSeconds => Stages.Sum(part => part.Span.Length);

    internal static bool IsAsleep(SleepStage stage) => stage is not (SleepStage.InBed or SleepStage.Awake);

    /// <summary>
    /// The sessions whose midpoint lies in the sleep day. Half a day on both sides is looked at (a day, to know what an export knows), so that
    /// each night is found from the same readings whichever range of days is asked for.
    /// </summary>
    internal static SleepLog? Read(Track track, DayFrame day, List<Timed> buffer)
    {
        track.Read(day.NightStart - SleepAccounts.Around, day.NightEnd + SleepAccounts.Around, buffer);
        buffer.RemoveAll(record => record.Length is <= 0 or > Longest || !Enum.IsDefined((SleepStage)record.Value));
        var (kept, gone) = SleepAccounts.Split(buffer);
        kept.RemoveAll(record => record.Start < day.NightStart - (Longest / 2) || record.Start >= day.NightEnd + (Longest / 2));
        gone.RemoveAll(record => !IsAsleep((SleepStage)record.Value) || !day.HoldsNight((record.Start + record.End) / 2));
        return Of(track, kept, gone.Sum(record => record.Length), day);
    }

    private static SleepLog? Of(Track track, List<Timed> records, long takenBack, DayFrame day)
    {
        var sessions = Span
            .Join(records.Select(record => new Span(record.Start, record.End)), SessionGap)
            .FindAll(session => day.HoldsNight(session.Middle));
        records.RemoveAll(record => !sessions.Exists(session => record.Start >= session.Start && record.Start < session.End));
        if (records.Count == 0)
        {
            return null;
        }

        var inBed = records.FindAll(record => record.Value == (double)SleepStage.InBed);
        var stages = Paint(records.FindAll(record => record.Value != (double)SleepStage.InBed));
        var said = records.Where(record => IsAsleep((SleepStage)record.Value)).Sum(record => record.Length);
        return new SleepLog(
            track.Source.Name,
            track.Rank,
            stages,
            Span.Join(inBed.Select(record => new Span(record.Start, record.End)), 0),
            said - stages.Where(part => IsAsleep(part.Stage)).Sum(part => part.Span.Length) + takenBack);
    }

    /// <summary>
    /// The time this source knows about. One that also says awake is silent where it says nothing; of others a pause within a session may
    /// just as well be lying awake.
    /// </summary>
    internal List<Span> Said() =>
        Span.Join(Stages.Select(part => part.Span), Stages.Exists(part => part.Stage == SleepStage.Awake) ? 0 : SessionGap);

    internal List<Span> Sessions() => Span.Join(Stages.Select(part => part.Span), SessionGap);

    /// <summary>
    /// Overlapping records (two accounts in one export, stages upon a plain "asleep") become one line: the rarer stage before the commoner,
    /// asleep before awake, so that being asleep is the union of all that says so.
    /// </summary>
    private static List<(Span Span, SleepStage Stage)> Paint(List<Timed> records)
    {
        var edges = records.SelectMany(record => (long[])[record.Start, record.End]).Distinct().Order().ToArray();
        var painted = new SleepStage?[edges.Length];
        foreach (var record in records)
        {
            var stage = (SleepStage)record.Value;
            for (var i = Array.BinarySearch(edges, record.Start); edges[i] < record.End; i++)
            {
                painted[i] = painted[i] is { } other && Strength(other) >= Strength(stage) ? other : stage;
            }
        }

        var line = new List<(Span Span, SleepStage Stage)>();
        for (var i = 0; i < edges.Length; i++)
        {
            if (painted[i] is { } stage)
            {
                line.Add((new Span(edges[i], edges[i + 1]), stage));
            }
        }

        return line;
    }

    private static int Strength(SleepStage stage) => stage switch
    {
        SleepStage.Deep => 4,
        SleepStage.Rem => 3,
        SleepStage.Light => 2,
        SleepStage.Asleep => 1,
        _ => 0,
    };
}
