using System.Runtime.CompilerServices;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Pulls a stream in blocks, the next one while the last is worked on: unpacking takes about as long as scanning.</summary>
internal static class BlockReader
{
    internal const int BlockBytes = 1 << 17;

    /// <summary>
    /// The blocks of an entry: moves the progress on, and ends where the packing is damaged. What was unpacked before the damage is good,
    /// and stays; the damage itself is a reject.
    /// </summary>
    internal static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        Stream content, ExportEntry entry, ReadingContext context, int blockBytes = BlockBytes, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var count = 0L;
        await using var blocks = ReadAsync(content, blockBytes, cancel).GetAsyncEnumerator(cancel);

        // The damage is told here and not by the stream: that is read ahead by another thread.
        while (await MoveNextAsync(blocks, entry, context, count))
        {
            count += blocks.Current.Length;
            context.Progress.Advance(blocks.Current.Length);
            yield return blocks.Current;
        }
    }

    /// <summary>Each block is valid until the next one is asked for.</summary>
    internal static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        Stream stream, int blockBytes = BlockBytes, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var (now, next) = (new byte[blockBytes], new byte[blockBytes]);
        var reading = Start(stream, next, cancel);
        try
        {
            while (true)
            {
                var count = await reading;
                if (count == 0)
                {
                    yield break;
                }

                (now, next) = (next, now);
                reading = Start(stream, next, cancel);
                yield return now.AsMemory(0, count);
            }
        }
        finally
        {
            // The stream must not be closed under a read that is still going on.
            await reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ReadOnlyMemory<byte>> blocks, ExportEntry entry, ReadingContext context, long count)
    {
        try
        {
            return await blocks.MoveNextAsync();
        }
        catch (Exception damage) when (EntryContent.IsDamage(damage))
        {
            context.Rejects.Add(EntryContent.RestIsDamaged, entry.Path, count);
            return false;
        }
    }

    private static Task<int> Start(Stream stream, byte[] block, CancellationToken cancel) =>
        Task.Run(() => stream.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancel).AsTask(), cancel);
}
