using System.Buffers.Binary;

namespace KneeTwitch.Pipeline.Importing.Formats.Fit;

/// <summary>
/// Cuts a FIT file into messages, and any further ones chained to it. Lives with damage: what is complete is handed out, the rest is
/// a fault with its place.
/// </summary>
internal sealed class FitDecoder(ReadOnlyMemory<byte> file, Action<FitFault, long> fault)
{
    /// <summary>Bytes that tell a FIT file.</summary>
    internal const int HeadBytes = 12;

    private const int TimeField = 253;
    private const int ChecksumBytes = 2;

    private readonly FitDefinition?[] definitions = new FitDefinition?[16];
    private FitDevelopers developers = new();
    private uint? lastSeconds;
    private int at;

    internal static bool IsFit(ReadOnlySpan<byte> head) => head.Length >= HeadBytes && head[0] >= HeadBytes && head.Slice(8, 4).SequenceEqual(".FIT"u8);

    internal IEnumerable<FitMessage> Messages()
    {
        for (var part = 0; at < file.Length; part++)
        {
            var start = at;
            if (!IsFit(file.Span[at..]) || file.Span[at] > file.Length - at)
            {
                fault(FitFault.NoHeader, at);
                yield break;
            }

            var declared = BinaryPrimitives.ReadUInt32LittleEndian(file.Span.Slice(at + 4, 4));
            at += file.Span[at];
            var left = file.Length - at - ChecksumBytes;

            // A recorder that crashed never wrote the size.
            var hasSize = declared > 0 || left <= 0;
            var end = hasSize && declared <= left ? at + (int)declared : file.Length;
            Array.Clear(definitions);
            (developers, lastSeconds) = (new FitDevelopers(), null);
            var faulty = false;
            while (at < end && !faulty)
            {
                var (message, problem) = Next(end, part);
                faulty = problem is not null;
                if (problem is { } known && (hasSize || end - at > ChecksumBytes))
                {
                    fault(known, at);
                }

                if (message is not null)
                {
                    yield return message;
                }
            }

            Close(start, end, faulty, hasSize && declared > Math.Max(left, 0));
        }
    }

    private void Close(int start, int end, bool faulty, bool isShort)
    {
        at = end;
        if (isShort && !faulty)
        {
            fault(FitFault.Truncated, end);
        }

        if (end + ChecksumBytes > file.Length)
        {
            at = file.Length;
            return;
        }

        at = end + ChecksumBytes;
        if (!faulty && FitChecksum.Of(file.Span[start..at]) != 0 && BinaryPrimitives.ReadUInt16LittleEndian(file.Span[end..]) != 0)
        {
            fault(FitFault.WrongChecksum, end);
        }
    }

    /// <summary>The next message, null for a definition; or the fault that ends this part, with the place left where it is.</summary>
    private (FitMessage? Message, FitFault? Fault) Next(int end, int part)
    {
        var head = file.Span[at];
        var isCompressed = (head & 0x80) != 0;
        if (!isCompressed && (head & 0x40) != 0)
        {
            if (FitDefinition.Read(file.Span[(at + 1)..end], (head & 0x20) != 0) is not var (definition, length))
            {
                return (null, FitFault.Truncated);
            }

            definitions[head & 0xF] = definition;
            at += 1 + length;
            return (null, null);
        }

        if (definitions[isCompressed ? (head >> 5) & 3 : head & 0xF] is not { } layout)
        {
            return (null, FitFault.Derailed);
        }

        if (at + 1 + layout.Length > end)
        {
            return (null, FitFault.Truncated);
        }

        var message = new FitMessage(layout, file.Slice(at + 1, layout.Length), part, at, null, developers);
        message = message with { Seconds = Time(message, isCompressed ? (uint)(head & 0x1F) : null) };
        at += 1 + layout.Length;
        if (message.Kind == FitDevelopers.DescriptionKind)
        {
            developers.Add(message);
        }

        return (message, null);
    }

    private uint? Time(FitMessage message, uint? offset)
    {
        if (offset is { } five && lastSeconds is { } last)
        {
            lastSeconds = (last & ~0x1Fu) + five + (five < (last & 0x1F) ? 32u : 0);
            return lastSeconds;
        }

        var said = message[TimeField];
        lastSeconds = said is >= 0 and <= uint.MaxValue ? (uint)said : lastSeconds;
        return said is null ? null : lastSeconds;
    }
}
