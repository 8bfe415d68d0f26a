using System.Globalization;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.SleepAsAndroid;

/// <summary>One record. Beyond the first fifteen columns headers repeat, so that only places count: clock times, then events.</summary>
internal sealed class AndroidSleepRecord(CsvRow row, bool hasDecimalComma, RowFindings findings)
{
    internal const int LeastCells = 6;

    internal static readonly Source App = Source.Named("Sleep as Android", SourceKind.App);

    private const int FirstExtra = 15;
    private const int StampDigits = 13;

    private static readonly Dictionary<string, SleepStage> Stages = new(StringComparer.Ordinal)
    {
        ["DEEP"] = SleepStage.Deep,
        ["LIGHT"] = SleepStage.Light,
        ["REM"] = SleepStage.Rem,
        ["AWAKE"] = SleepStage.Awake,
    };

    private readonly List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> parts = [];
    private readonly Dictionary<SleepStage, DateTimeOffset> open = [];

    /// <summary>Adds the readings; gives the day and the minutes of a night that counts, null for a test of the alarm or after a reject.</summary>
    internal (DateOnly Day, double AsleepMinutes, double InBedMinutes)? Add()
    {
        if (Moments.Epoch(Number(0)) is not { } start || Number(5) is not (>= 0 and <= 24 and var hours))
        {
            findings.Reject("a record that cannot be read");
            return null;
        }

        var facts = findings.Context.Facts;
        var zone = findings.Context.Zones;
        if (row[1] is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var known) && known.HasIanaId)
        {
            zone = ZoneHistory.Of(known.Id);
            facts.SawZone(start, known.Id);
        }

        var end = End(start, hours, zone);
        for (var i = FirstExtra; i < row.Count; i++)
        {
            Event(row[i]);
        }

        var adjusted = Number(13) is > 0 and <= 1_440 and var minutes ? minutes * 60 : 0;
        var awake = parts.Where(part => part.Stage is SleepStage.Awake).Sum(part => (part.End - part.Start).TotalSeconds);
        var asleep = Math.Max(0, (end - start).TotalSeconds - adjusted - awake);
        var isStaged = parts.Exists(part => part.Stage is not SleepStage.Awake);

        // Without stages in their places a share tells how much of it was deep; below zero it was not measured.
        var deep = Number(12) is > 0 and <= 1 and var share ? Math.Min(asleep, share * (end - start).TotalSeconds) : 0;
        var night = new FoundNight(start, end)
        {
            Parts = parts,
            Seconds = isStaged
                ? new Dictionary<SleepStage, double>()
                : new() { [SleepStage.Asleep] = asleep - deep, [SleepStage.Deep] = deep, [SleepStage.Awake] = awake + adjusted },
        };
        Leave(facts, night.IsShort);
        return night.AddTo(findings, App) && !night.IsShort ? (zone.DayOf(end), asleep / 60, (end - start).TotalMinutes) : null;
    }

    /// <summary>The comment as entries of the diary: each tag, and the words beside them. A record keeps its id when it is edited.</summary>
    internal IEnumerable<DiaryEntry> Comment()
    {
        if (Moments.Epoch(Number(0)) is not { } start || row[0] is not { } id)
        {
            yield break;
        }

        var words = SleepAsAndroidWords.WordsOf(row[7]);
        foreach (var tag in words.Where(SleepAsAndroidWords.IsTag).Select(SleepAsAndroidWords.Tag).GroupBy(tag => tag.Name, tag => tag.Count))
        {
            yield return Entry(id, tag.Key, start, new Tag { Name = tag.Key, IsYes = true, Amount = tag.Max() });
        }

        if (words.Where(word => !SleepAsAndroidWords.IsTag(word)).ToList() is { Count: > 0 } rest)
        {
            yield return Entry(id, "", start, new Note { Remark = string.Join(' ', rest) });
        }
    }

    /// <summary>
    /// The written end is good to the minute and may be either of two hours in autumn; the hours are rounded to a hundredth. The written end
    /// that is nearest to the hours is taken.
    /// </summary>
    private DateTimeOffset End(DateTimeOffset start, double hours, ZoneHistory zone)
    {
        var byHours = start.AddHours(hours);
        if (Moments.Parse(row[3], DateOrder.DayFirst) is not { HasTime: true } to)
        {
            return byHours;
        }

        var first = zone.ToUtc(to.Wall);
        var second = first.AddHours(1);
        var isRepeated = zone.ToLocal(second).DateTime == to.Wall;
        var written = isRepeated && (second - byHours).Duration() < (first - byHours).Duration() ? second : first;
        return written > start && (written - byHours).Duration() < TimeSpan.FromMinutes(30) ? written : byHours;
    }

    /// <summary><c>LABEL-milliseconds</c>, for some with a value: the label goes to the first run of thirteen digits, the value may be negative.</summary>
    private void Event(string? cell)
    {
        var at = StampAt(cell);
        if (cell is null || at <= 0 || Moments.FromMilliseconds(long.Parse(cell.AsSpan(at, StampDigits), CultureInfo.InvariantCulture)) is not { } time)
        {
            return;
        }

        var label = cell[..(at - 1)];
        var value = cell.Length > at + StampDigits + 1 ? TextNumber.Parse(cell[(at + StampDigits + 1)..], hasDecimalComma) : null;
        if (label is "HR" or "SPO2")
        {
            findings.Add(label is "HR" ? Metric.HeartRateBpm : Metric.OxygenSaturationPercent, time, time, value is > 0 ? value : null, App);
        }
        else if (label.Split('_') is [var word, var edge] && Stages.TryGetValue(word, out var stage))
        {
            if (edge is "START")
            {
                open[stage] = time;
            }
            else if (edge is "END" && open.Remove(stage, out var from) && time > from)
            {
                parts.Add((from, time, stage));
            }
        }
    }

    private static int StampAt(string? cell)
    {
        var digits = 0;
        for (var i = 0; cell is not null && i < cell.Length; i++)
        {
            digits = char.IsAsciiDigit(cell[i]) ? digits + 1 : 0;
            if (digits == StampDigits)
            {
                return i + 1 - StampDigits;
            }
        }

        return -1;
    }

    private void Leave(ExportFacts facts, bool isShort)
    {
        (bool IsThere, string What)[] left =
        [
            (isShort, "records of less than 20 minutes: time in bed only"),
            (Number(6) is > 0, "ratings"),
            (Number(9) is > 0, "snoring"),
        ];
        foreach (var (_, what) in left.Where(each => each.IsThere))
        {
            facts.LeftUnread(what);
        }
    }

    private DiaryEntry Entry(string id, string name, DateTimeOffset start, DiaryFact what) =>
        new() { Key = DiaryEntry.KeyOf(App, id, name), Source = App, Time = DiaryTime.Instant(start), Said = findings.Context.ExportedAt, What = what };

    private double? Number(int column) => row[column] is { } text ? TextNumber.Parse(text, hasDecimalComma) : null;
}
