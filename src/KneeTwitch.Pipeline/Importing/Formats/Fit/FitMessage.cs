using System.Text;

namespace KneeTwitch.Pipeline.Importing.Formats.Fit;

/// <summary>One data message. Fields are told by their numbers, values are raw: scales belong to the meaning, which is not known here.</summary>
/// <param name="Part">Which of the chained files it stands in, from 0.</param>
/// <param name="At">Bytes from the start of all.</param>
/// <param name="Seconds">Its time, seconds since the end of 1989 UTC, also where it was written compressed; null where it has none.</param>
internal sealed record FitMessage(FitDefinition Definition, ReadOnlyMemory<byte> Bytes, int Part, long At, uint? Seconds, FitDevelopers Developers)
{
    /// <summary>The number of the message's kind.</summary>
    internal int Kind => Definition.Message;

    /// <summary>A field's first number; null where the message lacks it, says nothing, or has it in a size that does not fit.</summary>
    internal double? this[int field] => Find(field) is { } found && found.Type != FitType.Text ? First(found, found.Type) : null;

    /// <summary>All numbers of an array, null for those that say nothing.</summary>
    internal IReadOnlyList<double?> Array(int field)
    {
        if (Find(field) is not { } found || found.Type == FitType.Text || found.Size % FitType.Size(found.Type) != 0)
        {
            return [];
        }

        var size = FitType.Size(found.Type);
        var items = new double?[found.Size / size];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = FitType.Number(found.Type, Bytes.Span.Slice(found.At + (i * size), size), Definition.IsBigEndian);
        }

        return items;
    }

    /// <summary>A text without what follows its end; null where there is none.</summary>
    internal string? Text(int field)
    {
        if (Find(field) is not { Type: FitType.Text } found)
        {
            return null;
        }

        var bytes = Bytes.Span.Slice(found.At, found.Size);
        var end = bytes.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>What a developer's field says that stands for a field of the profile, in the developer's own scale.</summary>
    internal double? Developer(int nativeField)
    {
        foreach (var field in Definition.Fields)
        {
            if (field.Developer is { } developer
                && Developers.Find(developer, field.Number) is { } description
                && description.StandsFor(Kind, nativeField)
                && First(field, description.Type) is { } value)
            {
                return (value / description.Scale) - description.Offset;
            }
        }

        return null;
    }

    private FitField? Find(int number)
    {
        foreach (var field in Definition.Fields)
        {
            if (field.Number == number && field.Developer is null)
            {
                return field;
            }
        }

        return null;
    }

    private double? First(FitField field, byte type)
    {
        var size = FitType.Size(type);
        return field.Size > 0 && field.Size % size == 0
            ? FitType.Number(type, Bytes.Span.Slice(field.At, size), Definition.IsBigEndian)
            : null;
    }
}
