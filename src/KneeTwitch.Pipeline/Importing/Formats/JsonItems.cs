using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// Values out of a JSON file of any size, streamed: only one of them is in memory at a time. What was read before damage stays, and the
/// damage is a reject with its place.
/// </summary>
internal static class JsonItems
{
    private const int FirstBytes = 1 << 16;
    private static readonly DecoderFallback Unused = DecoderFallback.ReplacementFallback;

    /// <summary>The values at the paths, in the order of the file; an array gives its items one by one.</summary>
    /// <param name="paths">
    /// Names joined by dots, <c>[]</c> for any item of an array: <c>data.metrics</c>, <c>metrics[].data</c>; empty for the root (an
    /// array's items, else every value of the file, as in files with one value a line).
    /// </param>
    internal static async IAsyncEnumerable<JsonItem> ReadAsync(
        ExportEntry entry, IReadOnlyList<string> paths, ReadingContext context, JsonOptions options, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var text = await OpenAsync(entry, context, cancel);
        var walk = new JsonWalk(paths, options);
        var (buffer, count, isLast) = (new byte[FirstBytes], 0, false);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var step = Next(walk, buffer.AsSpan(0, count), isLast, options, out var item);
            if (step.Reject is not null)
            {
                context.Rejects.Add(step.Reject, entry.Path, walk.Position + step.At);
            }

            walk.Advance(step.Used);
            buffer.AsSpan(step.Used, count - step.Used).CopyTo(buffer);
            count -= step.Used;
            if (step.Outcome is JsonOutcome.Found)
            {
                yield return item;
            }

            if (step.Outcome is JsonOutcome.Over || (isLast && count == 0))
            {
                yield break;
            }

            if (step.Outcome is not JsonOutcome.NeedsMore)
            {
                continue;
            }

            if (isLast)
            {
                yield break;
            }

            if (count == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await text.ReadAsync(buffer.AsMemory(count), cancel);
            count += read;
            isLast = read == 0;
        }
    }

    /// <summary>The values at one path.</summary>
    internal static IAsyncEnumerable<JsonItem> ReadAsync(ExportEntry entry, string path, ReadingContext context, CancellationToken cancel) =>
        ReadAsync(entry, [path], context, JsonOptions.Default, cancel);

    private static async Task<Stream> OpenAsync(ExportEntry entry, ReadingContext context, CancellationToken cancel)
    {
        var content = await EntryContent.OpenAsync(entry, context, cancel);
        var start = new byte[TextEncoding.HeadBytes];
        var count = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        var (encoding, markBytes) = TextEncoding.Of(start.AsSpan(0, count), Unused);
        var whole = new PrefixedStream(start.AsMemory(markBytes, count - markBytes), content);
        return encoding.CodePage == Encoding.UTF8.CodePage ? whole : Encoding.CreateTranscodingStream(whole, encoding, Encoding.UTF8);
    }

    private static JsonStep Next(JsonWalk walk, ReadOnlySpan<byte> bytes, bool isLast, JsonOptions options, out JsonItem item)
    {
        var used = 0;
        item = default;
        try
        {
            if (walk.TryNext(bytes, isLast, out item, out used))
            {
                return item.Value.IsUnicode()
                    ? new JsonStep(JsonOutcome.Found, used)
                    : new JsonStep(JsonOutcome.PassedOver, used, "a text that is no Unicode", item.At - walk.Position);
            }

            return bytes.Length - used >= options.MostItemBytes && !isLast
                ? new JsonStep(JsonOutcome.PassedOver, used + walk.BeginSkip(bytes[used..]), $"an entry of more than {options.MostItemBytes >> 10:N0} KB", used)
                : new JsonStep(JsonOutcome.NeedsMore, used);
        }
        catch (JsonException)
        {
            if (!options.IsLines)
            {
                return new JsonStep(JsonOutcome.Over, bytes.Length, "damaged JSON: the rest of it cannot be read", used);
            }

            walk.Reset();
            var blank = bytes[used..].IndexOfAnyExcept(" \t\r\n"u8);
            var start = blank < 0 ? bytes.Length : used + blank;
            var end = bytes[start..].IndexOf((byte)'\n');
            return new JsonStep(JsonOutcome.PassedOver, end < 0 ? bytes.Length : start + end + 1, "a line that is not JSON", start);
        }
    }
}
