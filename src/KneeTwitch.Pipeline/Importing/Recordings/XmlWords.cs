using System.Globalization;
using System.Text;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>Names, numbers and times as TCX and GPX write them.</summary>
internal static class XmlWords
{
    private const int ShortestTime = 16;

    /// <summary>A name without its prefix: writers make up prefixes, and forget to declare them.</summary>
    internal static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> name) => name[(name.LastIndexOf((byte)':') + 1)..];

    /// <summary>A number, also with a decimal comma; null where it is none or not finite.</summary>
    internal static double? Number(ReadOnlySpan<byte> text)
    {
        var comma = text.IndexOf((byte)',');
        if (comma >= 0 && text.Length <= 40 && !text.Contains((byte)'.') && !text[(comma + 1)..].Contains((byte)','))
        {
            Span<byte> pointed = stackalloc byte[text.Length];
            text.CopyTo(pointed);
            pointed[comma] = (byte)'.';
            return Finite(AsciiNumber.Parse(pointed));
        }

        return Finite(AsciiNumber.Parse(text));
    }

    /// <summary>An instant, and whether its zone had to be taken for granted: UTC.</summary>
    internal static (DateTimeOffset At, bool IsAssumed)? Time(ReadOnlySpan<byte> text)
    {
        if (text.Length is < ShortestTime or > 40 || text[4] != '-' || text[10] is not ((byte)'T' or (byte)' '))
        {
            return null;
        }

        var words = Encoding.ASCII.GetString(text);
        return DateTimeOffset.TryParse(words, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? (at, words.AsSpan(11).IndexOfAny('Z', '+', '-') < 0)
            : null;
    }

    internal static string? Words(ReadOnlySpan<byte> text) => text.IsEmpty ? null : Encoding.UTF8.GetString(text);

    /// <summary>The words between two tags, where entities still stand as they are written.</summary>
    internal static string? Text(ReadOnlySpan<byte> text)
    {
        var resolved = text.ToArray();
        return Words(resolved.AsSpan(0, XmlEntities.ResolveInPlace(resolved)));
    }

    private static double? Finite(double? number) => number is { } known && double.IsFinite(known) ? known : null;
}
