using System.Text;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Tells how a text is encoded, from its first bytes.</summary>
internal static class TextEncoding
{
    internal const int HeadBytes = 4;

    /// <summary>The encoding and the bytes of its mark. Without a mark: UTF-8, or UTF-16 where every second byte is zero.</summary>
    /// <param name="fallback">What UTF-8 does with bytes that are none.</param>
    internal static (Encoding Encoding, int MarkBytes) Of(ReadOnlySpan<byte> head, DecoderFallback fallback) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8(fallback), 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => (Utf8(fallback), 0),
    };

    /// <summary>The text of a file's head; a letter cut off at its end is left out or garbled.</summary>
    internal static string Decode(ReadOnlySpan<byte> head)
    {
        var (encoding, markBytes) = Of(head, new Windows1252Fallback());
        return encoding.GetString(head[markBytes..]);
    }

    private static Encoding Utf8(DecoderFallback fallback) => Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, fallback);
}
