using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>
/// Reads the export of Apple Health, streaming. The main file's name is translated (<c>Exportieren.xml</c>) and may be garbled, so it
/// is known by its content; the clinical copy of the same data (<c>export_cda.xml</c>) is left alone.
/// </summary>
internal sealed class AppleHealthReader : IExportReader
{
    private const int HeadBytes = 4_096;
    private const int MostHeads = 2_000;
    private const string Folder = "apple_health_export";
    private const string ClinicalCopy = "export_cda.xml";
    private static readonly string[] Folders = ["workout-routes", "electrocardiograms", "clinical-records", "attachments"];

    public string Format => "apple-health";

    public string Name => "Apple Health";

    public string? Doubt => "ascent of a route: a threshold of 3 m";

    /// <summary>Bytes pulled at a time; any size gives the same readings.</summary>
    internal int BlockBytes { get; init; } = BlockReader.BlockBytes;

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var main = await MainAsync(export, cancel);
        return main.Count == 0
            ? Recognition.No
            : Recognition.Sure($"{main[0].Path} holds HealthData").Of([.. export.Entries.Where(entry => main.Any(each => IsPartOf(entry, each)))]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var main = await MainAsync(export, cancel);
        if (main.Count == 0)
        {
            throw new ExportFormatException(Name, export.Name, $"holds no HealthData; found: {export.Describe()}", "Export all health data on the iPhone again");
        }

        foreach (var entry in main)
        {
            context.Progress.Expect(entry.Length);
        }

        var read = new HashSet<ExportEntry>(main);
        foreach (var entry in main)
        {
            var routes = new AppleRoutes();
            await foreach (var reading in ReadAsync(entry, routes, context, cancel))
            {
                yield return reading;
            }

            await foreach (var reading in routes.ReadAsync(export, entry, read, context, cancel))
            {
                yield return reading;
            }
        }

        foreach (var entry in export.Entries.Where(entry => !read.Contains(entry)))
        {
            context.Facts.LeftUnread(entry, Folder);
        }
    }

    private async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, AppleRoutes routes, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var scan = new AppleScan(entry.Path, context, routes);
        await using var content = await EntryContent.OpenBareAsync(entry, context, cancel);
        await foreach (var block in BlockReader.ReadAsync(content, entry, context, BlockBytes, cancel))
        {
            foreach (var reading in scan.Read(block.Span))
            {
                yield return reading;
            }
        }

        foreach (var reading in scan.Finish())
        {
            yield return reading;
        }
    }

    private static async Task<List<ExportEntry>> MainAsync(ExportFiles export, CancellationToken cancel)
    {
        var main = new List<ExportEntry>();
        foreach (var entry in Candidates(export))
        {
            if (await IsHealthDataAsync(entry, cancel))
            {
                main.Add(entry);
            }
        }

        return main;
    }

    /// <summary>What Apple packs beside the main file. Where the wearer re-packed it without its folder, anything else may lie there too.</summary>
    private static bool IsPartOf(ExportEntry entry, ExportEntry main)
    {
        var folder = EntryPath.FolderOf(main.Path);
        return entry == main
            || (folder.EndsWith(Folder, StringComparison.Ordinal) && EntryPath.IsBelow(entry.Path, folder))
            || (EntryPath.FolderOf(entry.Path) == folder && entry.Name == ClinicalCopy)
            || Folders.Any(part => EntryPath.IsBelow(entry.Path, folder.Length == 0 ? part : $"{folder}/{part}"));
    }

    private static IEnumerable<ExportEntry> Candidates(ExportFiles export) =>
        export.Entries
            .Where(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || !entry.Name.Contains('.') || export.Entries.Count == 1)
            .Take(MostHeads);

    private static async Task<bool> IsHealthDataAsync(ExportEntry entry, CancellationToken cancel)
    {
        var head = await entry.HeadAsync(HeadBytes, cancel);
        return head.AsSpan().IndexOf("<!DOCTYPE HealthData"u8) >= 0 || head.AsSpan().IndexOf("<HealthData"u8) >= 0;
    }
}
