using System.Text;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// Reads bytes that are no UTF-8 as the Windows-1252 letters they nearly always are, byte by byte: also where an old program put a
/// single such line into a file that is UTF-8 otherwise.
/// </summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    private const string From80To9F =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public override int MaxCharCount => 4;

    /// <summary>True once a byte was not UTF-8.</summary>
    internal bool WasUsed { get; private set; }

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Letters(this);

    private static char Letter(byte value) => value is >= 0x80 and <= 0x9F ? From80To9F[value - 0x80] : (char)value;

    private sealed class Letters(Windows1252Fallback owner) : DecoderFallbackBuffer
    {
        private byte[] bytes = [];
        private int next;

        public override int Remaining => bytes.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.WasUsed = true;
            bytes = [.. bytesUnknown];
            next = 0;
            return bytes.Length > 0;
        }

        public override char GetNextChar() => next < bytes.Length ? Letter(bytes[next++]) : '\0';

        public override bool MovePrevious()
        {
            if (next == 0)
            {
                return false;
            }

            next--;
            return true;
        }

        public override void Reset() => (bytes, next) = ([], 0);
    }
}
