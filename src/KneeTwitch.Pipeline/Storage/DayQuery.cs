using System.Text.Json;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Reads the stored days for people and scripts; pages and commands share it.</summary>
public static class DayQuery
{
    /// <summary>
    /// The days of a span, both ends included; null for the first and the last that is stored. Asked for one metric, it answers for every
    /// day of the span, the silent ones as missing: unknown is said, not left out.
    /// </summary>
    public static async Task<DaysReport> LoadAsync(WearerDatabase database, Guid wearerId, DateOnly? from, DateOnly? to, Metric? metric, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        var rows = await db.Days
            .AsNoTracking()
            .Where(row => row.WearerId == wearerId && (from == null || row.Day >= from) && (to == null || row.Day <= to))
            .OrderBy(row => row.Day)
            .ToListAsync(cancel);
        if (metric is not { } wanted)
        {
            return new DaysReport([.. rows.SelectMany(row => Entries(row).OrderBy(entry => entry.Metric).Select(entry => entry.Entry))]) { Notes = Notes(rows, null) };
        }

        var known = rows.SelectMany(Entries).Where(entry => entry.Metric == wanted).ToDictionary(entry => entry.Entry.Day, entry => entry.Entry);
        var first = from ?? rows.FirstOrDefault()?.Day;
        var last = to ?? rows.LastOrDefault()?.Day;
        return first is { } start && last is { } end
            ? new DaysReport([.. Every(start, end).Select(day => known.GetValueOrDefault(day) ?? Missing(day, wanted))]) { Notes = Notes(rows, wanted) }
            : new DaysReport([]);
    }

    /// <summary>The last day that is stored; null where there is none.</summary>
    public static async Task<DateOnly?> LastDayAsync(WearerDatabase database, Guid wearerId, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        return await db.Days.Where(row => row.WearerId == wearerId).MaxAsync(row => (DateOnly?)row.Day, cancel);
    }

    private static IEnumerable<DateOnly> Every(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static DayEntry Missing(DateOnly day, Metric metric) => new(day, metric.Info().Name, null, StateName(DayState.Missing), 0, null);

    private static DayNoteEntry[]? Notes(List<StoredDay> rows, Metric? metric)
    {
        var notes = rows
            .SelectMany(row => row.Notes.Select(note => (row.Day, Note: note)))
            .Where(each => metric is null || each.Note.Metric == metric)
            .Select(each => new DayNoteEntry(
                each.Day, JsonNamingPolicy.SnakeCaseLower.ConvertName(each.Note.Kind.ToString()), each.Note.Metric.Info().Name, each.Note.Value, each.Note.Said, each.Note.Source))
            .ToArray();
        return notes.Length > 0 ? notes : null;
    }

    private static IEnumerable<(Metric Metric, DayEntry Entry)> Entries(StoredDay row)
    {
        var provenance = row.Provenance.ToDictionary(one => one.Metric);
        for (var i = 0; i < row.Metrics.Length; i++)
        {
            var metric = (Metric)row.Metrics[i];
            var state = (DayState)row.States[i];
            double? value = state == DayState.Missing ? null : row.Values[i];

            // float to double would show digits that were never there.
            var coverage = Math.Round((double)row.Coverages[i], 4);
            var source = row.Sources[i].Length > 0 ? row.Sources[i] : null;
            var from = provenance.GetValueOrDefault(metric);
            yield return (metric, new DayEntry(row.Day, metric.Info().Name, value, StateName(state), coverage, source) { Parts = Parts(from), SetAside = SetAside(from) });
        }
    }

    private static DayPartEntry[]? Parts(StoredProvenance? from) =>
        from is { Parts.Count: > 0 } ? [.. from.Parts.Select(part => new DayPartEntry(part.Source, part.Amount, part.Minutes))] : null;

    private static SetAsideEntry[]? SetAside(StoredProvenance? from) =>
        from is { SetAside.Count: > 0 }
            ? [.. from.SetAside.Select(aside => new SetAsideEntry(aside.Source, aside.Amount, JsonNamingPolicy.SnakeCaseLower.ConvertName(aside.Reason.ToString()), aside.Minutes))]
            : null;

    private static string StateName(DayState state) => state switch
    {
        DayState.Measured => "measured",
        DayState.Zero => "zero",
        _ => "missing",
    };
}
