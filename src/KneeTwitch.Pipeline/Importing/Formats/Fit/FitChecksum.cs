namespace KneeTwitch.Pipeline.Importing.Formats.Fit;

/// <summary>The CRC-16 of FIT; over a whole file, its own two bytes included, it is zero.</summary>
internal static class FitChecksum
{
    private static readonly ushort[] Nibbles =
    [
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    ];

    internal static ushort Of(ReadOnlySpan<byte> bytes)
    {
        var sum = (ushort)0;
        foreach (var value in bytes)
        {
            sum = (ushort)((sum >> 4) ^ Nibbles[sum & 0xF] ^ Nibbles[value & 0xF]);
            sum = (ushort)((sum >> 4) ^ Nibbles[sum & 0xF] ^ Nibbles[value >> 4]);
        }

        return sum;
    }
}
