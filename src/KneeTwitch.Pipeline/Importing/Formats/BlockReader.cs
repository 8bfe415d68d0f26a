using System.Runtime.CompilerServices;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Pulls a stream in blocks, the next one while the last is worked on: unpacking takes about as long as scanning.</summary>
internal static class BlockReader
{
    internal const int BlockBytes = 1 << 17;

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

    private static Task<int> Start(Stream stream, byte[] block, CancellationToken cancel) =>
        Task.Run(() => stream.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancel).AsTask(), cancel);
}
