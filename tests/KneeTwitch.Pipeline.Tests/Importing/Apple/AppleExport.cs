using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Apple;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Apple;

/// <summary>Reads a piece of an Apple export the way an import does.</summary>
internal static class AppleExport
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en_US\">\n<ExportDate value=\"2026-04-01 08:00:00 +0200\"/>\n";

    internal static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Importing", "Apple", "Samples", name);

    /// <summary>Reads elements, put into a whole file.</summary>
    internal static Task<Result> OfAsync(string elements, int blockBytes = 1 << 16) => OfFileAsync($"{Head}{elements}\n</HealthData>\n", blockBytes);

    /// <summary>Reads a file's text as it is.</summary>
    internal static async Task<Result> OfFileAsync(string xml, int blockBytes = 1 << 16)
    {
        using var folder = new ExportFolder();
        return await FromAsync(folder.File("export.xml", xml), blockBytes);
    }

    internal static async Task<Result> FromAsync(string path, int blockBytes = 1 << 16)
    {
        var context = new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero) };
        var readings = new List<Reading>();
        await using var export = await ExportFiles.OpenAsync(path, cancel: TestContext.Current.CancellationToken);
        await foreach (var reading in new AppleHealthReader { BlockBytes = blockBytes }.ReadAsync(export, context, TestContext.Current.CancellationToken))
        {
            readings.Add(reading);
        }

        return new Result(readings, context);
    }

    /// <summary>A record of one hour on 10 March 2026, 09:00 UTC.</summary>
    internal static string Record(string type, string value, string unit = "", string more = "", string source = "Ann's Watch") =>
        $"<Record type=\"{type}\" sourceName=\"{source}\" unit=\"{unit}\" startDate=\"2026-03-10 11:00:00 +0200\" endDate=\"2026-03-10 12:00:00 +0200\" value=\"{value}\" {more}/>";

    internal sealed record Result(IReadOnlyList<Reading> Readings, ReadingContext Context)
    {
        internal IReadOnlyList<string> Reasons => [.. Context.Rejects.All.Select(reject => reject.Reason)];

        internal double Only(Metric metric) => Assert.Single(Readings, reading => reading.Metric == metric).Value;
    }
}
