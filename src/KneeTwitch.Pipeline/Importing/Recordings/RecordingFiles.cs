using System.Runtime.CompilerServices;
using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Formats.Fit;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>Reads recordings wherever they lie: loose, in a folder, or among an export's other files.</summary>
internal static class RecordingFiles
{
    private const int HeadBytes = 1_024;

    /// <summary>An ultra-marathon second by second takes a tenth of it.</summary>
    private const int MostFitBytes = 64 << 20;

    /// <summary>What an entry is, by its first bytes and never by its name; null where it is no recording.</summary>
    internal static async ValueTask<RecordingKind?> KindAsync(ExportEntry entry, CancellationToken cancel)
    {
        var head = await entry.HeadAsync(HeadBytes, cancel);
        if (FitDecoder.IsFit(head))
        {
            return RecordingKind.Fit;
        }

        var text = Wide(head)?.GetString(head) ?? Encoding.UTF8.GetString(head);
        return HasElement(text, "TrainingCenterDatabase") ? RecordingKind.Tcx : HasElement(text, "gpx") ? RecordingKind.Gpx : null;
    }

    /// <summary>The readings of all recordings among the entries, FIT files in order of time.</summary>
    internal static async IAsyncEnumerable<Reading> ReadAsync(
        IReadOnlyList<(ExportEntry Entry, RecordingKind Kind)> files, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var fit = new FitRecording();
        var dated = new List<(DateTimeOffset? Created, ExportEntry Entry)>();
        foreach (var (entry, _) in files.Where(file => file.Kind is RecordingKind.Fit))
        {
            dated.Add((FitRecording.Head(await entry.HeadAsync(HeadBytes, cancel)).Created, entry));
        }

        foreach (var (_, entry) in dated.OrderBy(file => file.Created).ThenBy(file => file.Entry.Path, StringComparer.Ordinal))
        {
            foreach (var reading in fit.Read(await BytesAsync(entry, context, cancel), new RowFindings(entry.Path, hasLines: false, context)))
            {
                yield return reading;
            }
        }

        foreach (var reading in fit.Finish(new RowFindings("totals of days", hasLines: false, context)))
        {
            yield return reading;
        }

        foreach (var (entry, kind) in files.Where(file => file.Kind is not RecordingKind.Fit))
        {
            var findings = new RowFindings(entry.Path, hasLines: false, context);
            XmlRecording recording = kind is RecordingKind.Tcx ? new TcxRecording(findings) : new GpxRecording(findings);
            await using var content = await OpenTextAsync(entry, context, cancel);
            await foreach (var block in BlockReader.ReadAsync(content, entry, context, cancel: cancel))
            {
                foreach (var reading in recording.Read(block.Span))
                {
                    yield return reading;
                }
            }

            foreach (var reading in recording.Finish())
            {
                yield return reading;
            }
        }
    }

    private static bool HasElement(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at > 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var open = text.LastIndexOf('<', at);
            var isWhole = at + name.Length < text.Length && (char.IsWhiteSpace(text[at + name.Length]) || text[at + name.Length] is '>' or '/');
            if (isWhole && open >= 0 && text.AsSpan(open + 1, at - open - 1) is var prefix && (prefix.IsEmpty || (prefix[^1] == ':' && prefix.IndexOfAny(" \"!?/") < 0)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The encoding of two bytes a letter, where the first bytes say so.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static async Task<Stream> OpenTextAsync(ExportEntry entry, ReadingContext context, CancellationToken cancel)
    {
        var wide = Wide(await entry.HeadAsync(2, cancel));
        var content = await EntryContent.OpenBareAsync(entry, context, cancel);
        return wide is null ? content : Encoding.CreateTranscodingStream(content, wide, Encoding.UTF8);
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(ExportEntry entry, ReadingContext context, CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        await using var content = await EntryContent.OpenBareAsync(entry, context, cancel);
        await foreach (var block in BlockReader.ReadAsync(content, entry, context, cancel: cancel))
        {
            if (bytes.Length + block.Length > MostFitBytes)
            {
                context.Rejects.Add("a FIT file of more than 64 MB: the rest was not read", entry.Path, bytes.Length);
                break;
            }

            bytes.Write(block.Span);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
