using KneeTwitch.Core.Days;
using KneeTwitch.Core.Links;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>What goes with a wearer's twitching, out of the stored days and diary; pages and commands share it. Writes nothing.</summary>
public sealed class LinkQuery(DayTable dayTable, DiaryTable diaryTable, WearerLoader wearers, TimeProvider clock)
{
    /// <summary>Every look up to the last day that is over.</summary>
    /// <exception cref="StorageException">There is no such wearer.</exception>
    public async Task<LinkReport> LoadAsync(Guid wearerId, CancellationToken cancel)
    {
        var wearer = await wearers.LoadAsync(wearerId, cancel);
        var now = clock.GetUtcNow();
        var through = Morning.LastJudgedDay(now, wearer.Zones.ZoneAt(now));
        var days = await dayTable.LoadAsync(wearerId, null, through, cancel);
        return days.Count == 0
            ? LinkReport.Empty
            : LinkReport.Of(new History(wearer, days, through, await diaryTable.LoadAsync(wearerId, wearer.Zones, cancel)));
    }
}
