using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Diary;

/// <summary>A wearer's diary as it counts now: deleted and replaced entries left out, each entry on its civil day, days in order.</summary>
public sealed class DiaryLog
{
    private readonly IReadOnlyList<DiaryItem<DiaryFact>> items;
    private readonly Dictionary<DateOnly, (int First, int Count)> days = [];

    private DiaryLog(IReadOnlyList<DiaryItem<DiaryFact>> items)
    {
        this.items = items;
        for (var i = 0; i < items.Count; i++)
        {
            days[items[i].Day] = days.TryGetValue(items[i].Day, out var known) ? (known.First, known.Count + 1) : (i, 1);
        }
    }

    /// <summary>A diary with nothing in it.</summary>
    public static DiaryLog Empty { get; } = new([]);

    /// <summary>All entries that count, by day, then by time (those without one first), then by key.</summary>
    public IReadOnlyList<DiaryItem<DiaryFact>> Items => items;

    /// <summary>
    /// The first day that the wearer wrote something of itself down for: answers and cramps give a day no number, and must be judged all the same.
    /// What only began on a day, such as a medicine, does not count.
    /// </summary>
    public DateOnly? FirstAnswered => items.Where(item => item.What is CheckIn or Cramp or Girth or Twitch).Select(item => (DateOnly?)item.Day).FirstOrDefault();

    /// <param name="entries">Any order, each key once; repeated keys are united.</param>
    /// <param name="zones">Place the entries that know their instant.</param>
    public static DiaryLog Of(IEnumerable<DiaryEntry> entries, ZoneHistory zones)
    {
        var all = entries
            .GroupBy(entry => entry.Key)
            .Select(versions => versions.Aggregate((a, b) => a.Union(b)))
            .SelectMany(entry => entry is { What: { } what, Time: { } time } ? [new DiaryItem<DiaryFact>(time.DayIn(zones), entry, what)] : Array.Empty<DiaryItem<DiaryFact>>())
            .ToList();
        var replaced = all
            .Where(item => item.What is DayReplaced)
            .GroupBy(item => (item.Entry.Source.Name, item.Day))
            .ToDictionary(covers => covers.Key, covers => covers.Max(cover => cover.Entry.Said));
        return new DiaryLog(
        [
            .. all
                .Where(item => item.What is not DayReplaced && !(replaced.TryGetValue((item.Entry.Source.Name, item.Day), out var said) && item.Entry.Said < said))
                .OrderBy(item => item.Day)
                .ThenBy(item => item.Entry.Time?.At ?? DateTimeOffset.MinValue)
                .ThenBy(item => item.Entry.Key, StringComparer.Ordinal),
        ]);
    }

    /// <summary>The entries of a civil day.</summary>
    public IEnumerable<DiaryItem<DiaryFact>> On(DateOnly day) =>
        days.TryGetValue(day, out var span) ? items.Skip(span.First).Take(span.Count) : [];

    /// <summary>The entries of a kind, in order.</summary>
    public IEnumerable<DiaryItem<T>> All<T>()
        where T : DiaryFact =>
        items.SelectMany(item => item.What is T what ? [new DiaryItem<T>(item.Day, item.Entry, what)] : Array.Empty<DiaryItem<T>>());

    /// <summary>What was answered for a day, all check-ins of it as one, or null where there was none.</summary>
    public CheckIn? CheckInOn(DateOnly day) => On(day)
        .Where(item => item.What is CheckIn)
        .OrderBy(item => item.Entry.Said)
        .ThenBy(item => item.Entry.Key, StringComparer.Ordinal)
        .Select(item => (CheckIn)item.What)
        .Aggregate((CheckIn?)null, (older, newer) => older is null ? newer : newer.Over(older));
}
