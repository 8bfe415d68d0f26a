using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Says what is in exports, without a database and without keeping anything.</summary>
public static class Inspection
{
    /// <param name="paths">Zips, folders or files.</param>
    /// <param name="zone">Where the wearer lives, an IANA id; null for what the exports show, else this machine's zone.</param>
    /// <param name="format">A format's stable name; null to go by content.</param>
    /// <exception cref="ExportFormatException">A file cannot be used, or the zone or format is not known.</exception>
    public static Task<InspectionReport> InspectAsync(IReadOnlyList<string> paths, string? zone, string? format, CancellationToken cancel) =>
        InspectAsync(paths, zone, format, person: null, cancel);

    /// <inheritdoc cref="InspectAsync(IReadOnlyList{string}, string, string, CancellationToken)"/>
    /// <param name="person">Whom to read in a file of many, by the vendor's id; null where nobody was named.</param>
    public static async Task<InspectionReport> InspectAsync(IReadOnlyList<string> paths, string? zone, string? format, string? person, CancellationToken cancel)
    {
        var assumed = zone ?? TimeZoneInfo.Local.Id;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(assumed, out _))
        {
            throw new ExportFormatException(null, $"The zone '{assumed}'", "is not known", "Use an IANA name such as Europe/Berlin");
        }

        var all = new ChunkShelf();
        var diary = new List<DiaryEntry>();
        var seen = new List<ZoneChange>();
        var files = new List<FileInspection>();
        var (birthYear, sex) = ((int?)null, Sex.Unknown);
        foreach (var path in paths)
        {
            var context = new ReadingContext { Zones = ZoneHistory.Of(assumed), AsOf = TimeProvider.System.GetUtcNow(), Person = person };
            var (file, said) = await InspectAsync(path, format, context, all, cancel);
            files.Add(file);
            diary.AddRange(context.Diary.Entries);
            foreach (var facts in said)
            {
                seen.AddRange(facts.Zones);
                birthYear ??= facts.BirthYear;
                sex = facts.Sex is Sex.Unknown ? sex : facts.Sex;
            }
        }

        IReadOnlyList<ZoneChange> home = zone is null ? [] : [new ZoneChange(DateTimeOffset.MinValue, zone)];
        var zones = ZoneHistory.From(home, zone is null ? seen : [], assumed);
        var wearer = new Wearer { Id = Guid.Empty, Name = "inspect", BirthYear = birthYear, Sex = sex, Zones = zones };
        return new InspectionReport(files, Days(wearer, all, DiaryLog.Of(diary, zones)));
    }

    private static async Task<(FileInspection File, IReadOnlyList<ExportFacts> Facts)> InspectAsync(string path, string? format, ReadingContext context, ChunkShelf all, CancellationToken cancel)
    {
        await using var export = await ExportFiles.OpenAsync(path, cancel: cancel);
        var parts = await ExportReaders.Default.ShareAsync(export, format, cancel);
        var (found, shelf, said) = (0L, new ChunkShelf(), new List<ExportFacts>());
        foreach (var part in parts)
        {
            var own = context.ForPart();
            found += await ReadAsync(part, own, shelf, cancel);
            said.Add(own.Facts);
        }

        foreach (var chunk in shelf.Chunks)
        {
            all.Add(chunk);
        }

        var (from, to) = shelf.Span();
        var file = new FileInspection
        {
            Path = path,
            Format = ExportReaders.NameOf(parts),
            Version = said.Zip(parts, (facts, part) => facts.Version ?? part.Recognition.Version).FirstOrDefault(version => version is not null),
            Sources = [.. shelf.Sources.Concat(context.Diary.Entries.Select(entry => entry.Source.Name)).Distinct().Order(StringComparer.Ordinal)],
            People = [.. said.SelectMany(facts => facts.People).Distinct()],
            Readings = shelf.Readings,
            Duplicates = found - shelf.Readings + context.Diary.Entries.Count - context.Diary.Entries.DistinctBy(entry => entry.Key).Count(),
            Rejects = context.Rejects.All,
            Unread = Counts(said.SelectMany(facts => facts.Unread)),
            Doubts = ExportReaders.Default.DoubtsOf(ExportReaders.NameOf(parts)),
            Notes = Counts(said.SelectMany(facts => facts.Notes)),
            From = from,
            To = to,
            Metrics = shelf.Totals(),
            Diary = Kinds(context.Diary.Entries),
        };
        return (file, said);
    }

    private static SortedDictionary<string, long> Counts(IEnumerable<KeyValuePair<string, long>> counts) =>
        new(counts.GroupBy(each => each.Key).ToDictionary(group => group.Key, group => group.Sum(each => each.Value)), StringComparer.Ordinal);

    private static SortedDictionary<string, int> Kinds(IReadOnlyList<DiaryEntry> entries) => new(
        entries.DistinctBy(entry => entry.Key).GroupBy(entry => DiaryJson.KindOf(entry.What)).ToDictionary(kind => kind.Key, kind => kind.Count()),
        StringComparer.Ordinal);

    /// <summary>Reads a part into the shelf; gives the number of readings, repetitions counted.</summary>
    private static async Task<long> ReadAsync(ExportPart part, ReadingContext context, ChunkShelf shelf, CancellationToken cancel)
    {
        var found = 0L;
        var packer = new ReadingPacker(() => context.ExportedAt);

        void Flush()
        {
            foreach (var chunk in packer.Flush().SelectMany(batch => batch.Chunks))
            {
                shelf.Add(chunk);
            }
        }

        await foreach (var reading in part.Reader.ReadAsync(part.Files, context, cancel))
        {
            found++;
            if (packer.Add(reading))
            {
                Flush();
            }
        }

        Flush();
        return found;
    }

    private static SortedDictionary<DateOnly, IReadOnlyDictionary<string, double>> Days(Wearer wearer, ChunkShelf all, DiaryLog diary)
    {
        var days = new SortedDictionary<DateOnly, IReadOnlyDictionary<string, double>>();
        var chunks = all.Chunks.ToList();
        var utcDays = chunks.Select(chunk => chunk.UtcDay).Concat(diary.Items.Select(item => item.Day)).ToList();
        if (utcDays.Count == 0)
        {
            return days;
        }

        var from = DaySummarizer.DaysTouchedBy(utcDays.Min()).First;
        var to = DaySummarizer.DaysTouchedBy(utcDays.Max()).Last;
        foreach (var day in DaySummarizer.Summarize(wearer, TrustOrder.Default, chunks, from, to, diary))
        {
            var numbers = new Dictionary<string, double>();
            foreach (var value in day.Values)
            {
                if (value.Value is { } number)
                {
                    numbers[value.Metric.Info().Name] = number;
                }
            }

            if (numbers.Count > 0)
            {
                days[day.Day] = numbers;
            }
        }

        return days;
    }
}
