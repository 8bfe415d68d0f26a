using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>Reads an export with one reader, the way an import does, for a wearer in Berlin.</summary>
internal static class ReadExport
{
    /// <summary>Reads files as one folder.</summary>
    internal static async Task<Result> OfAsync(IExportReader reader, params (string Path, string Content)[] files)
    {
        using var folder = new ExportFolder();
        foreach (var (path, content) in files)
        {
            folder.File(path, content);
        }

        return await FromAsync(reader, folder.Path);
    }

    internal static async Task<Result> FromAsync(IExportReader reader, string path, ReadingContext? context = null)
    {
        context ??= new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero) };
        var readings = new List<Reading>();
        await using var export = await ExportFiles.OpenAsync(path, cancel: TestContext.Current.CancellationToken);
        await foreach (var reading in reader.ReadAsync(export, context, TestContext.Current.CancellationToken))
        {
            readings.Add(reading);
        }

        return new Result(readings, context);
    }

    internal static async Task<Recognition> RecognizeAsync(IExportReader reader, params (string Path, string Content)[] files)
    {
        using var folder = new ExportFolder();
        foreach (var (path, content) in files)
        {
            folder.File(path, content);
        }

        await using var export = await ExportFiles.OpenAsync(folder.Path, cancel: TestContext.Current.CancellationToken);
        return await reader.RecognizeAsync(export, TestContext.Current.CancellationToken);
    }

    internal static string Sample(string vendor, string name) => Path.Combine(AppContext.BaseDirectory, "Importing", vendor, "Samples", name);

    internal static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture);

    internal sealed record Result(IReadOnlyList<Reading> Readings, ReadingContext Context)
    {
        internal IReadOnlyList<string> Reasons => [.. Context.Rejects.All.Select(reject => reject.Reason)];

        internal IReadOnlyDictionary<string, long> Unread => Context.Facts.Unread;

        internal double Only(Metric metric) => Assert.Single(Readings, reading => reading.Metric == metric).Value;

        internal IReadOnlyList<Reading> Of(Metric metric) => [.. Readings.Where(reading => reading.Metric == metric)];

        /// <summary>What the diary's entries of a kind say.</summary>
        internal IReadOnlyList<T> Diary<T>()
            where T : DiaryFact =>
            [.. Context.Diary.Entries.Select(entry => entry.What).OfType<T>()];

        internal double Sum(Metric metric) => Of(metric).Sum(reading => reading.Value);

        /// <summary>Minutes of a stage.</summary>
        internal double Minutes(SleepStage stage) =>
            Of(Metric.SleepStage).Where(reading => reading.Value == (double)stage).Sum(reading => (reading.End - reading.Start).TotalMinutes);
    }
}
