using System.Buffers;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// Finds tags and attributes in blocks of UTF-8, and lives with what XML parsers refuse: control characters, duplicate attributes
/// (the first one counts), broken document types, damaged tags. Text between tags is passed over unless asked for. Makes no strings.
/// </summary>
internal sealed class XmlScanner
{
    /// <summary>Bytes; a longer tag is passed over, so that memory does not grow with it.</summary>
    internal const int LongestTag = 1 << 20;

    /// <summary>Bytes of text that are kept; numbers, times and names are shorter.</summary>
    internal const int LongestText = 512;

    private static readonly SearchValues<byte> NameEnd = SearchValues.Create(" \t\r\n/><"u8);
    private static readonly SearchValues<byte> DeclarationEnd = SearchValues.Create("[<>"u8);

    private readonly XmlAttributes attributes = new();
    private readonly byte[] text = new byte[LongestText];
    private byte[] buffer = new byte[1 << 17];
    private int at;
    private int end;
    private long dropped;
    private bool isComplete;
    private byte[]? passOver;
    private int tokenStart;
    private Range name;
    private int textLength;

    internal XmlToken Token { get; private set; }

    /// <summary>Keeps the text before each token.</summary>
    internal bool KeepsText { get; init; }

    /// <summary>What stood between the last token and this one, trimmed, entities unresolved, its first bytes where it is long; valid until the next call.</summary>
    internal ReadOnlySpan<byte> Text => text.AsSpan(0, textLength).Trim(" \t\r\n"u8);

    /// <summary>Bytes from the start of the input to the token.</summary>
    internal long Position => dropped + tokenStart;

    /// <summary>The tag's name, or the text of a comment; valid until the next call.</summary>
    internal ReadOnlySpan<byte> Name => buffer.AsSpan(name);

    /// <summary>The value of an attribute, entities resolved; empty where the tag does not have it. Valid until the next call of <see cref="Read"/>.</summary>
    internal ReadOnlySpan<byte> this[ReadOnlySpan<byte> attribute] => attributes.Value(buffer, attribute);

    /// <summary>All attributes of the tag as strings, in their order; a repeated one has the value of the first.</summary>
    internal IReadOnlyList<(string Name, string Value)> Attributes() => attributes.All(buffer);

    /// <summary>Adds input. What was read before is let go.</summary>
    internal void Append(ReadOnlySpan<byte> block)
    {
        var left = end - at;
        dropped += at;
        if (left + block.Length > buffer.Length)
        {
            var larger = new byte[Math.Max(buffer.Length * 2, left + block.Length)];
            buffer.AsSpan(at, left).CopyTo(larger);
            buffer = larger;
        }
        else
        {
            buffer.AsSpan(at, left).CopyTo(buffer);
        }

        block.CopyTo(buffer.AsSpan(left));
        (at, end) = (0, left + block.Length);
        attributes.Clear();
    }

    /// <summary>Says that no more input comes.</summary>
    internal void Complete() => isComplete = true;

    /// <summary>Goes to the next token; false where more input is needed, or none is left.</summary>
    internal bool Read()
    {
        attributes.Clear();
        textLength = Token is XmlToken.None ? textLength : 0;
        Token = XmlToken.None;
        while (PassedOver() && buffer.AsSpan(at, end - at).IndexOf((byte)'<') is var open and >= 0)
        {
            Keep(open);
            at += open;
            tokenStart = at;
            var rest = buffer.AsSpan(at, end - at);
            if (rest.Length < "<![CDATA["u8.Length && !isComplete)
            {
                return false;
            }

            Token = rest.Length < 2 ? XmlToken.None : rest[1] switch
            {
                (byte)'!' => Declaration(rest),
                (byte)'?' => PassOver("?>"u8, 2),
                (byte)'/' => EndTag(rest),
                _ => Tag(rest),
            };
            if (Token is not XmlToken.None)
            {
                return true;
            }

            if (tokenStart == at)
            {
                return NeedsMore(rest.Length);
            }
        }

        if (passOver is null)
        {
            Keep(end - at);
            at = end;
        }

        return false;
    }

    private void Keep(int length)
    {
        if (KeepsText)
        {
            length = Math.Min(length, LongestText - textLength);
            buffer.AsSpan(at, length).CopyTo(text.AsSpan(textLength));
            textLength += length;
        }
    }

    private bool NeedsMore(int length)
    {
        Token = isComplete ? XmlToken.Truncated : length > LongestTag ? XmlToken.TooLong : XmlToken.None;
        at = isComplete ? end : Token is XmlToken.TooLong ? at + 1 : at;
        return Token is not XmlToken.None;
    }

    private bool PassedOver()
    {
        if (passOver is null)
        {
            return true;
        }

        var found = buffer.AsSpan(at, end - at).IndexOf(passOver);
        if (found < 0)
        {
            at = Math.Max(at, end - passOver.Length + 1);
            return false;
        }

        at += found + passOver.Length;
        passOver = null;
        return true;
    }

    private XmlToken PassOver(ReadOnlySpan<byte> until, int from)
    {
        at += from;
        passOver = until.ToArray();
        return XmlToken.None;
    }

    private XmlToken Declaration(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("<![CDATA["u8))
        {
            return PassOver("]]>"u8, 9);
        }

        if (rest.StartsWith("<!--"u8))
        {
            var close = rest[4..].IndexOf("-->"u8);
            if (close < 0)
            {
                return rest.Length > LongestTag || isComplete ? PassOver("-->"u8, 4) : XmlToken.None;
            }

            name = new Range(at + 4, at + 4 + close);
            at += 4 + close + 3;
            return XmlToken.Comment;
        }

        // A document type is passed over piece by piece, never as a whole: real ones lack closing brackets.
        var stop = rest[2..].IndexOfAny(DeclarationEnd);
        at += stop < 0 ? 2 : stop + 2;
        return XmlToken.None;
    }

    private XmlToken EndTag(ReadOnlySpan<byte> rest)
    {
        var close = rest[1..].IndexOfAny((byte)'>', (byte)'<') + 1;
        if (close == 0)
        {
            return XmlToken.None;
        }

        if (rest[close] == '<')
        {
            at += close;
            return XmlToken.Malformed;
        }

        var length = rest[2..close].IndexOfAny(NameEnd);
        name = new Range(at + 2, at + (length < 0 ? close : length + 2));
        at += close + 1;
        return XmlToken.End;
    }

    private XmlToken Tag(ReadOnlySpan<byte> rest)
    {
        var nameLength = rest[1..].IndexOfAny(NameEnd);
        if (nameLength < 0)
        {
            return XmlToken.None;
        }

        name = new Range(at + 1, at + 1 + nameLength);
        var i = nameLength + 1;
        while (nameLength > 0)
        {
            while (i < rest.Length && rest[i] <= ' ')
            {
                i++;
            }

            if (i >= rest.Length || (rest[i] == '/' && i + 1 >= rest.Length))
            {
                attributes.Clear();
                return XmlToken.None;
            }

            if (rest[i] == '>' || (rest[i] == '/' && rest[i + 1] == '>'))
            {
                at += rest[i] == '>' ? i + 1 : i + 2;
                return rest[i] == '>' ? XmlToken.Start : XmlToken.Empty;
            }

            if (rest[i] == '/')
            {
                i++;
                continue;
            }

            var next = attributes.Take(rest, i, at);
            if (next == XmlAttributes.Unfinished)
            {
                attributes.Clear();
                return XmlToken.None;
            }

            if (next == XmlAttributes.Damaged)
            {
                break;
            }

            i = next;
        }

        attributes.Clear();
        at++;
        return XmlToken.Malformed;
    }
}
