using System.Globalization;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>
/// The diary of an app that has no ids: of each day an export holds, what it held before is replaced. Tables that are exported one by one need
/// a source each, or the one would replace the other.
/// </summary>
internal sealed class DayDiary(ReadingContext context, Source source)
{
    private readonly HashSet<DateOnly> days = [];
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);

    /// <summary>The export tells this day, whether or not something is written on it.</summary>
    internal async ValueTask TellAsync(DateOnly day, RowFindings findings, CancellationToken cancel)
    {
        if (days.Add(day))
        {
            var time = DiaryTime.On(day);
            await WriteAsync(DiaryEntry.KeyOf(source, "day_replaced", Text(day)), time, new DayReplaced(), findings, cancel);
        }
    }

    /// <summary>Writes an entry; of those that say the same of place and time, each is told by its number.</summary>
    /// <param name="about">What tells it from others of its time; nothing that an edit changes.</param>
    internal async ValueTask AddAsync(DateOnly day, LogTime time, string? meal, DiaryFact what, string about, RowFindings findings, CancellationToken cancel)
    {
        await TellAsync(day, findings, cancel);
        var place = time.Start == time.End ? DiaryTime.Instant(time.Start) : DiaryTime.On(day, LogTime.PartOf(meal));
        var clock = place.At is { } at ? at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : meal ?? "";
        var key = string.Join('\u001F', what.GetType().Name, Text(day), clock, about);
        var number = ordinals.GetValueOrDefault(key);
        ordinals[key] = number + 1;
        await WriteAsync(DiaryEntry.KeyOf(source, key, number.ToString(CultureInfo.InvariantCulture)), place, what, findings, cancel);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async ValueTask WriteAsync(string key, DiaryTime time, DiaryFact what, RowFindings findings, CancellationToken cancel) =>
        await findings.WriteAsync(new DiaryEntry { Key = key, Source = source, Time = time, Said = context.ExportedAt, What = what }, cancel);
}
