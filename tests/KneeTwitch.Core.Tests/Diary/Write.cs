using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Tests.Diary;

/// <summary>Entries as somebody would write them.</summary>
internal static class Write
{
    internal static readonly Source Hand = Source.Named("Diary", SourceKind.Manual);
    internal static readonly Source App = Source.Named("Bearable", SourceKind.App);
    internal static readonly DateTimeOffset Morning = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);

    internal static DiaryEntry On(string day, DiaryFact? what, string id = "1", int version = 0, Source? source = null) => new()
    {
        Key = DiaryEntry.KeyOf(source ?? Hand, id, day),
        Source = source ?? Hand,
        Time = DiaryTime.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
        Said = Morning.AddMinutes(version),
        What = what,
    };

    internal static DiaryLog Log(params IEnumerable<DiaryEntry> entries) => DiaryLog.Of(entries, ZoneHistory.Of("Europe/Berlin"));
}
