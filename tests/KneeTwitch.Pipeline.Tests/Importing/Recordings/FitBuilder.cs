using System.Buffers.Binary;
using System.Text;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

/// <summary>Builds the bytes of a FIT file, message by message; every message brings its own definition.</summary>
internal sealed class FitBuilder
{
    internal const byte E8 = 0x00, S8 = 0x01, U8 = 0x02, Str = 0x07, Raw = 0x0D, S16 = 0x83, U16 = 0x84, U32 = 0x86, F32 = 0x88;

    private readonly List<byte> records = [];

    /// <summary>The byte order of what is added from now on: each definition says its own.</summary>
    internal bool IsBigEndian { get; set; }

    internal int HeaderBytes { get; init; } = 14;

    /// <summary>The header's own checksum; zero was not computed.</summary>
    internal ushort HeaderChecksum { get; init; }

    /// <summary>Seconds of FIT's clock.</summary>
    internal static uint Seconds(string utc) => (uint)(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds() - 631_065_600);

    /// <summary>A file's first message.</summary>
    internal FitBuilder FileId(int type, int maker = 1, int product = 2697, uint serial = 77, uint created = 0) =>
        Add(0, (0, E8, type), (1, U16, maker), (2, U16, product), (3, 0x8C, serial), (4, U32, created));

    /// <summary>A message; a value that is null is written as the one that says nothing.</summary>
    internal FitBuilder Add(int kind, params (int Field, byte Type, object? Value)[] fields)
    {
        Define(0, kind, [.. fields.Select(field => (field.Field, Encode(field.Type, field.Value).Length, field.Type))]);
        return Data(0, [.. fields.SelectMany(field => Encode(field.Type, field.Value))]);
    }

    internal FitBuilder Define(int local, int kind, (int Field, int Size, byte Type)[] fields, (int Field, int Size, int Developer)[]? developer = null)
    {
        records.Add((byte)(0x40 | local | (developer is null ? 0 : 0x20)));
        records.AddRange([0, (byte)(IsBigEndian ? 1 : 0)]);
        records.AddRange(IsBigEndian ? [(byte)(kind >> 8), (byte)kind] : [(byte)kind, (byte)(kind >> 8)]);
        records.Add((byte)fields.Length);
        foreach (var (field, size, type) in fields)
        {
            records.AddRange([(byte)field, (byte)size, type]);
        }

        if (developer is not null)
        {
            records.Add((byte)developer.Length);
            foreach (var (field, size, index) in developer)
            {
                records.AddRange([(byte)field, (byte)size, (byte)index]);
            }
        }

        return this;
    }

    internal FitBuilder Data(int local, params byte[] bytes)
    {
        records.Add((byte)local);
        records.AddRange(bytes);
        return this;
    }

    /// <summary>A message with its time packed into the header.</summary>
    internal FitBuilder Compressed(int local, int offset, params byte[] bytes)
    {
        records.Add((byte)(0x80 | (local << 5) | offset));
        records.AddRange(bytes);
        return this;
    }

    internal byte[] Build(uint? declared = null)
    {
        var file = new byte[HeaderBytes + records.Count + 2];
        (file[0], file[1]) = ((byte)HeaderBytes, 0x20);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), declared ?? (uint)records.Count);
        ".FIT"u8.CopyTo(file.AsSpan(8));
        if (HeaderBytes >= 14)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(12), HeaderChecksum);
        }

        records.CopyTo(file, HeaderBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 2), Checksum(file.AsSpan(0, file.Length - 2)));
        return file;
    }

    internal byte[] Encode(byte type, object? value)
    {
        if (value is byte[] bytes)
        {
            return bytes;
        }

        if (type == Str)
        {
            return [.. Encoding.UTF8.GetBytes((string)value!), 0];
        }

        if (value is int[] items)
        {
            return [.. items.SelectMany(item => Encode(type, item))];
        }

        var number = value is null ? ulong.MaxValue : unchecked((ulong)Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
        var size = type switch { S16 or U16 => 2, U32 or 0x8C or F32 => 4, _ => 1 };
        number = type == F32 && value is not null ? BitConverter.SingleToUInt32Bits((float)(double)value) : number;
        var little = Enumerable.Range(0, size).Select(i => (byte)(number >> (8 * i)));
        return IsBigEndian ? [.. little.Reverse()] : [.. little];
    }

    /// <summary>CRC-16 with the polynomial 0xA001, bit by bit: another way than the product's.</summary>
    private static ushort Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xA001 : sum >> 1;
            }
        }

        return (ushort)sum;
    }
}
