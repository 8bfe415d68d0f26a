using System.Text.Json;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Ingesting;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Pipeline.Summarizing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Summarizing;

/// <summary>A wearer in a database, to whom batches of readings come and whose days are kept.</summary>
internal sealed class Life(FreshDatabase fresh, Guid wearerId, Guid importId)
{
    private int batches;

    public Guid WearerId => wearerId;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Life> BeginAsync(FreshDatabase fresh, string? name = null)
    {
        var wearer = name is null ? await fresh.AddWearerAsync() : await fresh.AddWearerAsync(name);
        await fresh.Wearers().UpdateAsync(wearer, profile => profile.BirthYear = 1985, Cancel);
        return new Life(fresh, wearer, await fresh.AddImportAsync(wearer));
    }

    /// <param name="readings">What an export says.</param>
    /// <param name="version">How new the export is.</param>
    public Task StoreAsync(IEnumerable<Reading> readings, int version = 1) =>
        new ReadingTable(fresh.Database).MergeAsync(wearerId, importId, 1, batches++, Chunks(readings, version), Cancel);

    /// <returns>How many UTC days were stale.</returns>
    public Task<int> RefreshAsync() => new DaySummaries(fresh.Database).RefreshAsync(wearerId, Cancel);

    /// <summary>All that is stored of each day, as text to compare.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, string>> DaysAsync()
    {
        var table = new DayTable(fresh.Database);
        var days = new SortedDictionary<DateOnly, string>();
        foreach (var known in await table.LoadAsync(wearerId, null, null, Cancel))
        {
            days[known.Day] = JsonSerializer.Serialize(await table.FindAsync(wearerId, known.Day, Cancel));
        }

        return days;
    }

    public async Task<DaySummary?> DayAsync(DateOnly day) => await new DayTable(fresh.Database).FindAsync(wearerId, day, Cancel);

    /// <summary>The version counter of each day's row: a row that was written again has another one.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, string>> RowsAsync()
    {
        var rows = new SortedDictionary<DateOnly, string>();
        await using var connection = await fresh.Database.ConnectAsync(wearerId, Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select day, xmin::text from days";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel))
        {
            rows[reader.GetFieldValue<DateOnly>(0)] = reader.GetString(1);
        }

        return rows;
    }

    private static List<Chunk> Chunks(IEnumerable<Reading> readings, int version) =>
    [
        .. readings
            .GroupBy(reading => (reading.Metric, reading.Source, Day: DateOnly.FromDateTime(reading.Start.UtcDateTime)))
            .Select(group =>
            {
                var chunk = new ChunkBuilder(group.Key.Metric, group.Key.Source, group.Key.Day, version);
                foreach (var reading in group)
                {
                    chunk.Add((int)reading.Start.UtcDateTime.TimeOfDay.TotalSeconds, (int)(reading.End - reading.Start).TotalSeconds, reading.Value);
                }

                return chunk.Build();
            }),
    ];
}
