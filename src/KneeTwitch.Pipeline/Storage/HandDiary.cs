using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>What the wearer writes, changes and deletes by hand, whether on a command line or a page. Who calls it lets the days follow.</summary>
public sealed class HandDiary(DiaryTable table, TimeProvider clock)
{
    /// <summary>Ids may be shortened to this many letters, as long as they mean one entry.</summary>
    public const int ShortestId = 4;

    /// <summary>The key of the one check-in that the wearer has for a day by hand.</summary>
    public static string CheckInKey(DateOnly day) => DiaryEntry.KeyOf(DiaryEntry.Hand, "check_in", day.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>A key from what made the entry (a form, a call of a command), so that sending it twice writes one.</summary>
    public static string NewKey(Guid made) => DiaryEntry.KeyOf(DiaryEntry.Hand, "entry", made.ToString());

    /// <summary>Writes an entry, or changes fields of one.</summary>
    /// <param name="wearerId">Whose.</param>
    /// <param name="key">Which; a new one writes a new entry.</param>
    /// <param name="kind">The kind's word.</param>
    /// <param name="changes">Fields by name; null takes one back.</param>
    /// <param name="time">When it was; null leaves the entry's time.</param>
    /// <returns>The entry as it is now.</returns>
    /// <exception cref="DiaryRefusedException">It cannot have been so.</exception>
    public Task<DiaryEntry> WriteAsync(Guid wearerId, string key, string kind, JsonObject changes, DiaryTime? time, CancellationToken cancel) =>
        WriteAsync(wearerId, key, before => Apply(before, kind, changes), time, cancel);

    /// <summary>Writes an entry, made from what it says now.</summary>
    /// <param name="wearerId">Whose.</param>
    /// <param name="key">Which; a new one writes a new entry.</param>
    /// <param name="change">From what stands, or null, to what it says from now on.</param>
    /// <param name="time">When it was; null leaves the entry's time.</param>
    /// <returns>The entry as it is now.</returns>
    /// <exception cref="DiaryRefusedException">It cannot have been so.</exception>
    public async Task<DiaryEntry> WriteAsync(Guid wearerId, string key, Func<DiaryFact?, DiaryFact> change, DiaryTime? time, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await table.ChangeAsync(
            wearerId,
            key,
            before =>
            {
                var entry = new DiaryEntry { Key = key, Source = before?.Source ?? DiaryEntry.Hand, Time = time ?? before?.Time, Said = After(before, now), What = change(before?.What) };
                return DiaryLimits.WhyNot(entry, now) is { } reason ? throw new DiaryRefusedException($"That cannot be: {reason}.") : entry;
            },
            cancel);
    }

    /// <summary>Deletes an entry: it stays as a deletion, so that an older version of it cannot come back.</summary>
    public Task<DiaryEntry> DeleteAsync(Guid wearerId, DiaryEntry entry, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return table.ChangeAsync(wearerId, entry.Key, before => (before ?? entry) with { Said = After(before ?? entry, now), What = null }, cancel);
    }

    /// <summary>The entry that counts of an id or its beginning.</summary>
    /// <exception cref="DiaryRefusedException">There is none, or several.</exception>
    public async Task<DiaryItem<DiaryFact>> FindAsync(Guid wearerId, ZoneHistory zones, string id, CancellationToken cancel)
    {
        var found = id.Length < ShortestId ? [] : (await table.LoadAsync(wearerId, zones, cancel)).Items.Where(item => item.Entry.Key.StartsWith(id, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new DiaryRefusedException($"There is no entry \"{id}\". kneetwitch diary list shows the ids."),
            _ => throw new DiaryRefusedException($"Several entries begin with \"{id}\". Give more of the id; kneetwitch diary list --json shows all of it."),
        };
    }

    private static DiaryFact Apply(DiaryFact? before, string kind, JsonObject changes)
    {
        if (before is not null && DiaryJson.KindOf(before) is var known && known != kind)
        {
            throw new DiaryRefusedException($"That entry is a {known.Replace('_', '-')}, not a {kind.Replace('_', '-')}.");
        }

        try
        {
            return DiaryEdit.Apply(before, kind, changes);
        }
        catch (JsonException wrong)
        {
            throw new DiaryRefusedException("Something that this kind of entry needs is missing or cannot be understood.", wrong);
        }
    }

    /// <summary>An import may have been made on a clock ahead of ours; what is said by hand now is still the newer.</summary>
    private static DateTimeOffset After(DiaryEntry? before, DateTimeOffset now) => before is null || before.Said < now ? now : before.Said.AddMilliseconds(1);
}
