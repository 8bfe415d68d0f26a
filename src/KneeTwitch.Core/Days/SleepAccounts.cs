using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>
/// Of a source's sleep, told in several exports, what holds. A night that is told anew is told as a whole: what the newest account leaves out
/// was taken back. An account with stages goes before one without, because a plain "asleep" is no re-scoring of stages. Of an older account
/// only that counts which lies before or after the newer one and looks cut off rather than taken back: the newer export says nothing of the
/// day on that side, and what lies there touches the newer account at most, or is long enough to be an episode of its own.
/// </summary>
internal static class SleepAccounts
{
    /// <summary>How far around an account an export must say something of sleep, to be taken to know that side.</summary>
    internal const int Around = 24 * 3600;

    /// <summary>Keeps of each episode what holds.</summary>
    /// <param name="records">In the order of their starts.</param>
    /// <returns>What holds, in any order, and what was taken back.</returns>
    internal static (List<Timed> Kept, List<Timed> TakenBack) Split(List<Timed> records)
    {
        if (records.TrueForAll(record => record.Version == records[0].Version))
        {
            return (records, []);
        }

        var (kept, gone) = (new List<Timed>(records.Count), new List<Timed>());
        foreach (var episode in Span.Join(records.Select(SpanOf), SleepLog.SessionGap))
        {
            var mine = records.FindAll(record => SpanOf(record).Overlaps(episode));
            foreach (var isBed in (bool[])[false, true])
            {
                Split(mine.FindAll(record => IsInBed(record) == isBed), episode, records, kept, gone);
            }
        }

        return (kept, gone);
    }

    private static void Split(List<Timed> mine, Span episode, List<Timed> all, List<Timed> kept, List<Timed> gone)
    {
        var told = new Told();
        foreach (var account in mine.GroupBy(record => record.Version).OrderByDescending(account => account.Any(IsStage)).ThenByDescending(account => account.Key))
        {
            var before = told;
            foreach (var session in Span.Join(account.Select(SpanOf), SleepLog.SessionGap))
            {
                var holds = before.LeavesOpen(session);
                foreach (var record in account.Where(record => SpanOf(record).Overlaps(session)))
                {
                    var pieces = holds.FindAll(piece => piece.Overlaps(SpanOf(record))).ConvertAll(SpanOf(record).Within);
                    kept.AddRange(pieces.Select(piece => record with { Start = piece.Start, End = piece.End }));
                    gone.AddRange(SpanOf(record).Without(pieces).Select(piece => record with { Start = piece.Start, End = piece.End }));
                }

                told = holds.Aggregate(told, (sum, piece) => sum.With(
                    piece,
                    all.Exists(record => record.Version == account.Key && record.Start < episode.Start && record.Start >= episode.Start - Around),
                    all.Exists(record => record.Version == account.Key && record.Start >= episode.End && record.Start < episode.End + Around)));
            }
        }
    }

    private static Span SpanOf(Timed record) => new(record.Start, record.End);

    private static bool IsInBed(Timed record) => record.Value == (double)SleepStage.InBed;

    private static bool IsStage(Timed record) => (SleepStage)record.Value is SleepStage.Light or SleepStage.Deep or SleepStage.Rem;

    /// <summary>What has been told of an episode so far, and on which sides its tellers know that there is no more.</summary>
    private readonly record struct Told(Span? Span, bool IsBeginningKnown, bool IsEndKnown)
    {
        internal List<Span> LeavesOpen(Span session)
        {
            if (Span is not { } said)
            {
                return [session];
            }

            var pieces = new List<Span>();
            if (!IsBeginningKnown && session.Start < said.Start)
            {
                pieces.Add(session with { End = Math.Min(session.End, said.Start) });
            }

            if (!IsEndKnown && session.End > said.End)
            {
                pieces.Add(session with { Start = Math.Max(session.Start, said.End) });
            }

            return pieces.FindAll(piece => piece == session || piece.Length >= SleepLog.SessionGap);
        }

        internal Told With(Span piece, bool knowsBefore, bool knowsAfter) =>
            Span is not { } said
                ? new Told(piece, knowsBefore, knowsAfter)
                : new Told(
                    new Span(Math.Min(said.Start, piece.Start), Math.Max(said.End, piece.End)),
                    piece.Start < said.Start ? knowsBefore : IsBeginningKnown,
                    piece.End > said.End ? knowsAfter : IsEndKnown);
    }
}
