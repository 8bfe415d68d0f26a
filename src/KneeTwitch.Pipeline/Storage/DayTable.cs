using System.Data;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Days as Core sees them, out of the table and into it. Only Summarizing saves.</summary>
public sealed class DayTable(WearerDatabase database)
{
    private const string Stage = "create temp table incoming_days (like days) on commit drop";

    private const string Copy = "copy incoming_days (wearer_id, day, metrics, values, states, coverages, sources, sessions, asleep, provenance, notes) from stdin (format binary)";

    private const string Vanish =
        "delete from days d where d.wearer_id = $1 and d.day between $2 and $3 and not exists (select from incoming_days i where i.day = d.day)";

    private const string Save =
        """
        insert into days as d (wearer_id, day, metrics, values, states, coverages, sources, sessions, asleep, provenance, notes)
        select wearer_id, day, metrics, values, states, coverages, sources, sessions, asleep, provenance, notes from incoming_days
        on conflict (wearer_id, day) do update
        set metrics = excluded.metrics, values = excluded.values, states = excluded.states,
            coverages = excluded.coverages, sources = excluded.sources, sessions = excluded.sessions, asleep = excluded.asleep,
            provenance = excluded.provenance, notes = excluded.notes
        where (d.metrics, d.values, d.states, d.coverages, d.sources, d.sessions, d.asleep, d.provenance, d.notes) is distinct from (
            excluded.metrics, excluded.values, excluded.states, excluded.coverages, excluded.sources, excluded.sessions, excluded.asleep, excluded.provenance, excluded.notes)
        """;

    /// <summary>A wearer's days in order, from a day to a day; null for no end. Without the parts of the numbers, which no rule needs.</summary>
    public async Task<IReadOnlyList<DaySummary>> LoadAsync(Guid wearerId, DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        return await LoadAsync(db, wearerId, from, to, cancel);
    }

    /// <inheritdoc cref="LoadAsync(Guid, DateOnly?, DateOnly?, CancellationToken)"/>
    internal static async Task<IReadOnlyList<DaySummary>> LoadAsync(KneeTwitchDb db, Guid wearerId, DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        var (first, last) = (from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue);
        var rows = await db.Days.AsNoTracking()
            .Where(row => row.WearerId == wearerId && row.Day >= first && row.Day <= last)
            .OrderBy(row => row.Day)
            .Select(row => new { row.Day, row.Metrics, row.Values, row.States, row.Coverages, row.Sources, row.Sessions, row.Asleep, row.Notes })
            .ToListAsync(cancel);
        return rows.ConvertAll(row => new DaySummary
        {
            Day = row.Day,
            Values = Values(row.Metrics, row.Values, row.States, row.Coverages, row.Sources),
            Sessions = row.Sessions,
            Asleep = Asleep(row.Day, row.Asleep),
            Notes = row.Notes,
        });
    }

    /// <summary>One day with the parts of its numbers, or null where it is not known.</summary>
    public async Task<DaySummary?> FindAsync(Guid wearerId, DateOnly day, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        return await db.Days.AsNoTracking().SingleOrDefaultAsync(row => row.WearerId == wearerId && row.Day == day, cancel) is { } found
            ? Whole(found)
            : null;
    }

    /// <summary>Makes the days of a span what is given: writes what is new or differs, deletes what vanished. Within the caller's transaction.</summary>
    /// <returns>How many rows were written or deleted.</returns>
    public static async Task<int> SaveAsync(NpgsqlConnection connection, Guid wearerId, DateOnly from, DateOnly to, IReadOnlyList<DaySummary> days, CancellationToken cancel)
    {
        await connection.ExecuteAsync(Stage, cancel);
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, cancel))
        {
            foreach (var day in days)
            {
                await WriteAsync(copy, wearerId, day, cancel);
            }

            await copy.CompleteAsync(cancel);
        }

        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Vanish) { Parameters = { new() { Value = wearerId }, new() { Value = from }, new() { Value = to } } },
                new NpgsqlBatchCommand(Save),
                new NpgsqlBatchCommand("drop table incoming_days"), // A transaction may save more than one span.
            },
        };
        await batch.ExecuteNonQueryAsync(cancel);
        return (int)(batch.BatchCommands[0].RecordsAffected + batch.BatchCommands[1].RecordsAffected);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, Guid wearerId, DaySummary day, CancellationToken cancel)
    {
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(wearerId, NpgsqlDbType.Uuid, cancel);
        await copy.WriteAsync(day.Day, NpgsqlDbType.Date, cancel);
        await copy.WriteAsync(Column(day, value => (short)value.Metric), NpgsqlDbType.Array | NpgsqlDbType.Smallint, cancel);
        await copy.WriteAsync(Column(day, value => value.Value ?? double.NaN), NpgsqlDbType.Array | NpgsqlDbType.Double, cancel);
        await copy.WriteAsync(Column(day, value => (short)value.State), NpgsqlDbType.Array | NpgsqlDbType.Smallint, cancel);
        await copy.WriteAsync(Column(day, value => (float)value.Coverage), NpgsqlDbType.Array | NpgsqlDbType.Real, cancel);
        await copy.WriteAsync(Column(day, value => value.Source ?? ""), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(JsonColumn.Write(day.Sessions), NpgsqlDbType.Jsonb, cancel);
        await copy.WriteAsync(Asleep(day), NpgsqlDbType.Array | NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(JsonColumn.Write(Provenance(day)), NpgsqlDbType.Jsonb, cancel);
        await copy.WriteAsync(JsonColumn.Write(day.Notes), NpgsqlDbType.Jsonb, cancel);
    }

    private static T[] Column<T>(DaySummary day, Func<DayValue, T> pick) => [.. day.Values.Select(pick)];

    private static int[] Asleep(DaySummary day) => [.. day.Asleep.SelectMany(span => (int[])[Seconds(day.Day, span.From), Seconds(day.Day, span.To)])];

    private static SleepSpan[] Asleep(DateOnly day, int[] seconds) =>
        [.. seconds.Chunk(2).Select(pair => new SleepSpan(Midnight(day).AddSeconds(pair[0]), Midnight(day).AddSeconds(pair[1])))];

    private static int Seconds(DateOnly day, DateTimeOffset instant) => (int)(instant - Midnight(day)).TotalSeconds;

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static List<StoredProvenance> Provenance(DaySummary day) =>
    [
        .. day.Values
            .Where(value => value.Parts.Count > 0 || value.SetAside.Count > 0)
            .Select(value => new StoredProvenance(value.Metric, value.Parts, value.SetAside)),
    ];

    private static DaySummary Whole(StoredDay row)
    {
        var from = row.Provenance.ToDictionary(one => one.Metric);
        return new DaySummary
        {
            Day = row.Day,
            Values =
            [
                .. Values(row.Metrics, row.Values, row.States, row.Coverages, row.Sources)
                    .Select(value => from.TryGetValue(value.Metric, out var known) ? value with { Parts = known.Parts, SetAside = known.SetAside } : value),
            ],
            Sessions = row.Sessions,
            Asleep = Asleep(row.Day, row.Asleep),
            Notes = row.Notes,
        };
    }

    private static DayValue[] Values(short[] metrics, double[] values, short[] states, float[] coverages, string[] sources) =>
    [
        .. metrics.Select((metric, i) => new DayValue(
            (Metric)metric,
            double.IsNaN(values[i]) ? null : values[i],
            (DayState)states[i],
            coverages[i],
            sources[i].Length == 0 ? null : sources[i])),
    ];
}
