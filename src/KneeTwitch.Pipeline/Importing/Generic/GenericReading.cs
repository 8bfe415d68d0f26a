using System.Runtime.CompilerServices;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>One run over one file. Rows with an id wait for the end of the file: a later row with the same id is an edit, or takes it back.</summary>
internal sealed class GenericReading
{
    private const int MostWithId = 200_000;
    private readonly GenericFile file;
    private readonly GenericKind kind;
    private readonly ReadingContext context;
    private readonly GenericDiary diary;
    private readonly GenericClock clock;
    private readonly string? person;
    private readonly RowFindings findings;
    private readonly Dictionary<string, GenericRow> withId = new(StringComparer.Ordinal);

    private GenericReading(GenericFile file, GenericKind kind, ReadingContext context, GenericDiary diary, GenericClock clock, string? person)
    {
        (this.file, this.kind, this.context, this.diary, this.clock, this.person) = (file, kind, context, diary, clock, person);
        findings = new RowFindings(file.Entry.Path, hasLines: true, context);
    }

    /// <summary>Looks through the file once, for what only all of it can tell: who is in it, and how its dates are written.</summary>
    /// <exception cref="ExportFormatException">Its dates can be read in two ways, or it holds several people and none was named.</exception>
    internal static async Task<GenericReading> BeginAsync(GenericFile file, GenericKind kind, ReadingContext context, GenericDiary diary, CancellationToken cancel)
    {
        var notes = await file.NotesAsync(cancel);
        var glance = new ReadingContext { Zones = context.Zones, AsOf = context.AsOf };
        var dates = new GenericDates();
        var people = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var row in file.RowsAsync(glance, cancel))
        {
            dates.See(row);
            if (row[GenericColumns.Person] is { } named)
            {
                people.Add(named);
            }
        }

        if (notes.TryGetValue(GenericColumns.Person, out var everybody))
        {
            people.Add(everybody);
        }

        var person = people.Count > 0 ? PeopleInFile.Choose(context, "The file", file.Entry.Path, people) : null;
        var clock = new GenericClock(context, notes.GetValueOrDefault(GenericColumns.Zone), dates.Order(file.Entry.Path));
        return new GenericReading(file, kind, context, diary, clock, person);
    }

    internal async IAsyncEnumerable<Reading> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in file.RowsAsync(context, cancel))
        {
            if (person is not null && row[GenericColumns.Person] is { } other && !other.Equals(person, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (row[GenericColumns.Id] is { } id && (withId.Count < MostWithId || withId.ContainsKey(id)))
            {
                withId[id] = row;
                continue;
            }

            await TakeAsync(row, cancel);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        foreach (var row in withId.Values.OrderBy(row => row.Line))
        {
            await TakeAsync(row, cancel);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private async ValueTask TakeAsync(GenericRow row, CancellationToken cancel)
    {
        findings.At = row.Line;
        var type = TypeOf(row);
        if (type is "delete")
        {
            await DeleteAsync(row, cancel);
            return;
        }

        if (kind is not GenericKind.Wide)
        {
            foreach (var column in row.Others.Keys)
            {
                context.Facts.Note($"column {column}: kept with the entry's note");
            }
        }

        var (time, whyNot) = clock.TimeOf(row);
        if (time is null)
        {
            findings.Reject(whyNot ?? "no time");
        }
        else if (kind is GenericKind.Wide && row[GenericColumns.Metric] is null)
        {
            await TakeDayAsync(row, time, cancel);
        }
        else if (type is "metric")
        {
            await TakeMetricAsync(row, time, cancel);
        }
        else
        {
            await WriteAsync(row, type, time, type is "twitch" ? GenericTwitches.Of(row) : GenericFacts.Of(type, row), cancel);
        }
    }

    /// <summary>What the row says it is; where it does not say, its columns tell.</summary>
    private string TypeOf(GenericRow row) =>
        row[GenericColumns.Type]?.ToLowerInvariant() is { } said ? said
        : row[GenericColumns.Metric] is not null ? "metric"
        : kind is GenericKind.Metrics ? "metric" : "twitch";

    private async ValueTask DeleteAsync(GenericRow row, CancellationToken cancel)
    {
        if (row[GenericColumns.Id] is null)
        {
            findings.Reject("a deletion without an id");
            return;
        }

        await context.WriteAsync(diary.Of(row, "delete", time: null, what: null), file.Entry.Path, row.Line, cancel);
    }

    private async ValueTask TakeMetricAsync(GenericRow row, DiaryTime time, CancellationToken cancel)
    {
        var fact = GenericReadings.FactOf(row, time);
        if (fact != default)
        {
            await WriteAsync(row, $"metric {row[GenericColumns.Metric]}", time, fact, cancel);
            return;
        }

        var (end, whyNot) = clock.EndOf(row);
        if (whyNot is not null)
        {
            findings.Reject(whyNot);
            return;
        }

        GenericReadings.Add(row, time, end, SourceOf(row), findings);
    }

    /// <summary>A row a day: each column is a metric in the unit of its name; ratings are one check-in.</summary>
    private async ValueTask TakeDayAsync(GenericRow row, DiaryTime time, CancellationToken cancel)
    {
        if (time.Day is not { } day)
        {
            findings.Reject("a row a day that has a time");
            return;
        }

        CheckIn? checkIn = null;
        foreach (var (column, text) in row.Others)
        {
            if (GenericColumns.WideMetric(column) is not { } metric)
            {
                context.Facts.LeftUnread($"column {column}");
            }
            else if (TextNumber.Parse(text, row.HasDecimalComma) is not { } value)
            {
                findings.Reject($"{column}: not a number");
            }
            else if (GenericReadings.RatingOf(metric, value, remark: null) is { } rating)
            {
                checkIn = checkIn is null ? rating : rating.Over(checkIn);
            }
            else
            {
                GenericReadings.AddDay(metric, day, value, SourceOf(row), findings);
            }
        }

        if (checkIn is not null)
        {
            await WriteAsync(row, "check_in", time, (checkIn, null), cancel);
        }
    }

    private async ValueTask WriteAsync(GenericRow row, string type, DiaryTime time, (DiaryFact? Fact, string? WhyNot) found, CancellationToken cancel)
    {
        if (found.Fact is null)
        {
            findings.Reject(found.WhyNot ?? "an entry that cannot be understood");
            return;
        }

        await context.WriteAsync(diary.Of(row, type, time, found.Fact), file.Entry.Path, row.Line, cancel);
    }

    private static Source SourceOf(GenericRow row) => row[GenericColumns.Source] is { } named ? Source.Named(named, SourceKind.Manual) : DiaryEntry.Hand;
}
