using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>A time in bed that a device names apart from its stages.</summary>
/// <param name="Seconds">Of each stage, where it gives sums.</param>
internal sealed record GadgetbridgeSession(DateTimeOffset Start, DateTimeOffset End, IReadOnlyDictionary<SleepStage, double> Seconds)
{
    /// <summary>One night may be sent again with a later end: of those that overlap the longest stays. In order of time.</summary>
    internal static IReadOnlyList<GadgetbridgeSession> Longest(IEnumerable<GadgetbridgeSession> all)
    {
        var kept = new List<GadgetbridgeSession>();
        foreach (var session in all.Where(session => session.End > session.Start).OrderBy(session => session.Start).ThenBy(session => session.End))
        {
            if (kept.Count == 0 || session.Start >= kept[^1].End)
            {
                kept.Add(session);
            }
            else if (session.End - session.Start > kept[^1].End - kept[^1].Start)
            {
                kept[^1] = session;
            }
        }

        return kept;
    }
}
