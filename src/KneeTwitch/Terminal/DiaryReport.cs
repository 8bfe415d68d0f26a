using System.Globalization;
using System.Text.Json;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Terminal;

/// <summary>Entries of the diary, for people and for scripts.</summary>
internal static class DiaryReport
{
    private const int ShortIdLength = 8;

    internal static string ShortId(DiaryEntry entry) => entry.Key.Length > ShortIdLength ? entry.Key[..ShortIdLength] : entry.Key;

    internal static object Json(DiaryItem<DiaryFact> item) => new
    {
        Id = item.Entry.Key,
        Kind = DiaryJson.KindOf(item.What),
        item.Day,
        item.Entry.Time?.At,
        item.Entry.Time?.Part,
        Source = item.Entry.Source.Name,
        item.Entry.Said,
        What = JsonSerializer.SerializeToNode(item.What, DiaryJson.Options),
    };

    internal static void Print(Screen screen, IEnumerable<DiaryItem<DiaryFact>> items, ZoneHistory zones) =>
        screen.Table(["id", "day", "time", "kind", "what", "source"], items.Select(item => Row(item, zones)));

    private static string[] Row(DiaryItem<DiaryFact> item, ZoneHistory zones) =>
    [
        ShortId(item.Entry),
        item.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        item.Entry.Time switch
        {
            { At: { } at } => zones.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture),
            { Part: { } part } => JsonNamingPolicy.KebabCaseLower.ConvertName(part.ToString()),
            _ => "",
        },
        DiaryWords.KindOf(item.What).ToLowerInvariant(),
        string.Join("; ", ((string?[])[DiaryWords.Says(item.What), item.What.Remark]).Where(text => !string.IsNullOrEmpty(text))),
        item.Entry.Source.Name,
    ];
}
