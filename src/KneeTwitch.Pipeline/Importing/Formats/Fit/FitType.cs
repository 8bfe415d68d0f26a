using System.Buffers.Binary;

namespace KneeTwitch.Pipeline.Importing.Formats.Fit;

/// <summary>The base types of FIT: their sizes, and the value of each that means nothing was said.</summary>
internal static class FitType
{
    internal const byte Text = 0x07;
    internal const byte Bytes = 0x0D;

    private const int Kind = 0x1F;

    /// <summary>Bytes of one item; 1 for a type that is not known.</summary>
    internal static int Size(byte type) => (type & Kind) switch
    {
        3 or 4 or 11 => 2,
        5 or 6 or 8 or 12 => 4,
        9 or 14 or 15 or 16 => 8,
        _ => 1,
    };

    /// <summary>The number, or null where the item says nothing.</summary>
    internal static double? Number(byte type, ReadOnlySpan<byte> item, bool isBigEndian)
    {
        Span<byte> bytes = stackalloc byte[8];
        item.CopyTo(bytes);
        bytes = bytes[..item.Length];
        if (isBigEndian)
        {
            bytes.Reverse();
        }

        return (type & Kind) switch
        {
            1 => (sbyte)bytes[0] is not sbyte.MaxValue and var value ? value : null,
            3 => BinaryPrimitives.ReadInt16LittleEndian(bytes) is not short.MaxValue and var value ? value : null,
            4 => BinaryPrimitives.ReadUInt16LittleEndian(bytes) is not ushort.MaxValue and var value ? value : null,
            5 => BinaryPrimitives.ReadInt32LittleEndian(bytes) is not int.MaxValue and var value ? value : null,
            6 => BinaryPrimitives.ReadUInt32LittleEndian(bytes) is not uint.MaxValue and var value ? value : null,
            8 => BinaryPrimitives.ReadSingleLittleEndian(bytes) is var value && float.IsFinite(value) ? value : null,
            9 => BinaryPrimitives.ReadDoubleLittleEndian(bytes) is var value && double.IsFinite(value) ? value : null,
            10 => bytes[0] is not 0 and var value ? value : null,
            11 => BinaryPrimitives.ReadUInt16LittleEndian(bytes) is not 0 and var value ? value : null,
            12 => BinaryPrimitives.ReadUInt32LittleEndian(bytes) is not 0 and var value ? value : null,
            14 => BinaryPrimitives.ReadInt64LittleEndian(bytes) is not long.MaxValue and var value ? value : null,
            15 => BinaryPrimitives.ReadUInt64LittleEndian(bytes) is not ulong.MaxValue and var value ? value : null,
            16 => BinaryPrimitives.ReadUInt64LittleEndian(bytes) is not 0 and var value ? value : null,
            _ => bytes[0] is not byte.MaxValue and var value ? value : null,
        };
    }
}
