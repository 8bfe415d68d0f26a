using KneeTwitch.Core.Weeks;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>Whose weekly mail is missing although their Monday morning has come.</summary>
public sealed class DueDigests(WearerDirectory directory)
{
    /// <summary>On the wearer's clock, on Monday.</summary>
    public const int FirstHour = 7;

    /// <summary>The digests to ask for now, those included whose next attempt is due.</summary>
    public async Task<IReadOnlyList<DigestDue>> AtAsync(DateTimeOffset now, CancellationToken cancel)
    {
        // Around the world it is at most two different weeks at once.
        var weeks = (await directory.ZonesAsync(cancel)).ToLookup(zone => WeekOf(zone, now));
        List<DigestDue> due = [];
        foreach (var zones in weeks)
        {
            if (zones.Key is { } week)
            {
                var candidates = await directory.DigestCandidatesAsync(week, now, cancel);
                due.AddRange(candidates.Where(wearer => zones.Contains(wearer.Zone)).Select(wearer => new DigestDue { WearerId = wearer.Id, WeekEnding = week }));
            }
        }

        return due;
    }

    /// <summary>The Sunday of the week whose mail is due in a zone; null on Monday before seven.</summary>
    internal static DateOnly? WeekOf(string zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return local.DayOfWeek == DayOfWeek.Monday && local.Hour < FirstHour
            ? null
            : WeekReview.LastWeekEnding(DateOnly.FromDateTime(local.DateTime));
    }
}
