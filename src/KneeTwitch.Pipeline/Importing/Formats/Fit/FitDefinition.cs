namespace KneeTwitch.Pipeline.Importing.Formats.Fit;

/// <summary>How the messages of one local type are laid out, until it is defined anew.</summary>
internal sealed record FitDefinition(int Message, bool IsBigEndian, IReadOnlyList<FitField> Fields, int Length)
{
    private const int Head = 5;

    /// <summary>Reads a definition that starts behind its header byte; null where the bytes end before it does.</summary>
    internal static (FitDefinition Definition, int Length)? Read(ReadOnlySpan<byte> bytes, bool hasDeveloperFields)
    {
        if (bytes.Length < Head)
        {
            return null;
        }

        var isBigEndian = bytes[1] == 1;
        var message = isBigEndian ? (bytes[2] << 8) | bytes[3] : (bytes[3] << 8) | bytes[2];
        var (at, offset) = (Head, 0);
        var fields = new List<FitField>();
        for (var left = bytes[4]; left > 0; left--, at += 3)
        {
            if (bytes.Length < at + 3)
            {
                return null;
            }

            fields.Add(new FitField(bytes[at], offset, bytes[at + 1], bytes[at + 2]));
            offset += bytes[at + 1];
        }

        if (hasDeveloperFields)
        {
            if (bytes.Length <= at)
            {
                return null;
            }

            for (var left = bytes[at++]; left > 0; left--, at += 3)
            {
                if (bytes.Length < at + 3)
                {
                    return null;
                }

                fields.Add(new FitField(bytes[at], offset, bytes[at + 1], FitType.Bytes, bytes[at + 2]));
                offset += bytes[at + 1];
            }
        }

        return (new FitDefinition(message, isBigEndian, fields, offset), at);
    }
}
