using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Entities of XML, named and numbered. What is resolved is never longer than what stood there.</summary>
internal static class XmlEntities
{
    private const int Longest = 12;

    /// <summary>Resolves all entities and returns the new length; unknown ones stay as they are, impossible characters vanish.</summary>
    internal static int ResolveInPlace(Span<byte> text)
    {
        var (from, to) = (0, 0);
        while (from < text.Length)
        {
            if (text[from] == '&' && text.Slice(from, Math.Min(Longest, text.Length - from)).IndexOf((byte)';') is var close and > 1
                && Resolve(text.Slice(from + 1, close - 1), text[to..]) is var written and >= 0)
            {
                from += close + 1;
                to += written;
                continue;
            }

            text[to++] = text[from++];
        }

        return to;
    }

    /// <summary>Bytes written, or -1 for an entity that is not known.</summary>
    private static int Resolve(ReadOnlySpan<byte> entity, Span<byte> to)
    {
        if (entity[0] == '#')
        {
            return Number(entity[1..], to);
        }

        var letter = entity switch
        {
            _ when entity.SequenceEqual("amp"u8) => '&',
            _ when entity.SequenceEqual("lt"u8) => '<',
            _ when entity.SequenceEqual("gt"u8) => '>',
            _ when entity.SequenceEqual("quot"u8) => '"',
            _ when entity.SequenceEqual("apos"u8) => '\'',
            _ => '\0',
        };
        if (letter == '\0')
        {
            return -1;
        }

        to[0] = (byte)letter;
        return 1;
    }

    private static int Number(ReadOnlySpan<byte> digits, Span<byte> to)
    {
        var isHex = digits.Length > 0 && digits[0] is (byte)'x' or (byte)'X';
        var isNumber = isHex
            ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : Utf8Parser.TryParse(digits, out code, out var used) && used == digits.Length;
        if (!isNumber)
        {
            return -1;
        }

        return code > 0 && Rune.TryCreate(code, out var rune) ? rune.EncodeToUtf8(to) : 0;
    }
}
