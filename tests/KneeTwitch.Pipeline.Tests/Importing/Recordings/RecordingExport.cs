using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

/// <summary>Reads recordings, and exports that hold them, the way an import does: for a wearer in Berlin, in April 2026.</summary>
internal static class RecordingExport
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Importing", "Recordings", "Samples", name);

    internal static Task<Result> OfAsync(FitBuilder file) => OfAsync(("a.fit", file.Build()));

    internal static Task<Result> OfAsync(string xml) => OfAsync(("a.xml", Encoding.UTF8.GetBytes(xml)));

    internal static async Task<Result> OfAsync(params (string Name, byte[] Content)[] files)
    {
        using var folder = new ExportFolder();
        foreach (var (name, content) in files)
        {
            folder.File(name, content);
        }

        return await FromAsync(folder.Path);
    }

    internal static async Task<Result> FromAsync(string path)
    {
        var context = new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero) };
        var readings = new List<Reading>();
        await using var export = await ExportFiles.OpenAsync(path, cancel: Cancel);
        var (reader, _) = await ExportReaders.Default.RecognizeAsync(export, null, Cancel);
        await foreach (var reading in reader.ReadAsync(export, context, Cancel))
        {
            readings.Add(reading);
        }

        return new Result(reader.Format, readings, context);
    }

    internal sealed record Result(string Format, IReadOnlyList<Reading> Readings, ReadingContext Context)
    {
        internal IReadOnlyList<string> Reasons => [.. Context.Rejects.All.Select(reject => reject.Reason)];

        internal double Only(Metric metric) => Assert.Single(Readings, reading => reading.Metric == metric).Value;

        internal IReadOnlyList<double> All(Metric metric) => [.. Readings.Where(reading => reading.Metric == metric).Select(reading => reading.Value)];

        internal IReadOnlyList<string> Spans(Metric metric) =>
            [.. Readings.Where(reading => reading.Metric == metric).Select(reading => $"{reading.Start:HH:mm:ss}-{reading.End:HH:mm:ss} {reading.Value}")];
    }
}
