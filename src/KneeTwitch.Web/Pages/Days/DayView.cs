using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Web.Pages.Days;

/// <summary>A day with all that is behind its numbers.</summary>
/// <param name="Day">The civil day.</param>
/// <param name="Zones">The wearer's clock.</param>
/// <param name="Summary">The numbers that are stored; null where none are.</param>
/// <param name="Slots">The counted metrics in quarter hours, in the order of the list of metrics.</param>
/// <param name="Night">The night by source; null where nothing is known of it.</param>
internal sealed record DayView(DateOnly Day, ZoneHistory Zones, DaySummary? Summary, IReadOnlyList<DaySlots> Slots, DayNight? Night)
{
    /// <summary>How long the day was: 24 hours, unless the clock was changed or the wearer travelled.</summary>
    public TimeSpan Length => Zones.EndOf(Day) - Zones.StartOf(Day);

    public static async Task<DayView> LoadAsync(WearerDatabase database, WearerLoader loader, Wearer wearer, DateOnly day, CancellationToken cancel)
    {
        var summary = await new DayTable(database).FindAsync(wearer.Id, day, cancel);
        var trust = await loader.LoadTrustAsync(wearer.Id, cancel);
        var (first, last) = DaySummarizer.UtcDaysNeeded(day, day);
        await using var connection = await database.ConnectAsync(wearer.Id, cancel);
        var chunks = await ChunkQueries.LoadAsync(connection, wearer.Id, first, last, cancel);
        return new DayView(
            day,
            wearer.Zones,
            summary,
            [.. Metrics.All.Select(info => DaySlots.Of(wearer, trust, chunks, day, info.Metric)).OfType<DaySlots>().Where(slots => slots.Slots.Any(slot => slot.Amount > 0))],
            DayNight.Of(wearer, trust, chunks, day));
    }
}
