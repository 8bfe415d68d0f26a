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

    public string Format => "apple-health";

    public string Name => "Apple Health";

    /// <summary>Bytes pulled at a time; any size gives the same readings.</summary>
    internal int BlockBytes { get; init; } = BlockReader.BlockBytes;

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        foreach (var entry in Candidates(export))
        {
            if (await IsHealthDataAsync(entry, cancel))
            {
                return Recognition.Sure($"{entry.Path} holds HealthData").Of([entry]);
            }
        }

        return Recognition.No;
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var main = new List<ExportEntry>();
        foreach (var entry in Candidates(export))
        {
            if (await IsHealthDataAsync(entry, cancel))
            {
                main.Add(entry);
                context.Progress.Expect(entry.Length);
            }
        }

        if (main.Count == 0)
        {
            throw new ExportFormatException(Name, export.Name, $"holds no HealthData; found: {export.Describe()}", "Export all health data on the iPhone again");
        }

        foreach (var entry in export.Entries.Except(main))
        {
            context.Facts.LeftUnread(entry, "apple_health_export");
        }

        foreach (var entry in main)
        {
            await foreach (var reading in ReadAsync(entry, context, cancel))
            {
                yield return reading;
            }
        }
    }

    private async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var scan = new AppleScan(entry.Path, context);
        await using var content = await entry.OpenAsync(cancel);
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
