using System.Buffers;
using System.Text;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>The attributes of a tag, as places in the buffer that holds it: nothing is copied, and entities are resolved when a value is asked for.</summary>
internal sealed class XmlAttributes
{
    /// <summary>The tag goes on where the input ends.</summary>
    internal const int Unfinished = -1;

    /// <summary>It is no attribute.</summary>
    internal const int Damaged = -2;

    private const int MostAttributes = 64;

    /// <summary>A quote cannot stand in a name: one is missing, or there is one too many.</summary>
    private static readonly SearchValues<byte> NameEnd = SearchValues.Create("=><\"'"u8);

    private readonly Place[] places = new Place[MostAttributes];
    private int count;

    internal void Clear() => count = 0;

    /// <summary>The value of an attribute, the first one's where it is repeated; empty where the tag does not have it.</summary>
    internal ReadOnlySpan<byte> Value(byte[] buffer, ReadOnlySpan<byte> attribute)
    {
        for (var i = 0; i < count; i++)
        {
            ref var candidate = ref places[i];
            if (candidate.NameLength == attribute.Length && buffer.AsSpan(candidate.NameAt, candidate.NameLength).SequenceEqual(attribute))
            {
                return Value(buffer, ref candidate);
            }
        }

        return default;
    }

    /// <summary>All names and values, in their order.</summary>
    internal IReadOnlyList<(string Name, string Value)> All(byte[] buffer)
    {
        var all = new List<(string Name, string Value)>();
        for (var i = 0; i < count; i++)
        {
            var attribute = buffer.AsSpan(places[i].NameAt, places[i].NameLength);
            all.Add((Encoding.UTF8.GetString(attribute), Encoding.UTF8.GetString(Value(buffer, attribute))));
        }

        return all;
    }

    /// <summary>Takes the attribute that starts at <paramref name="i"/>; gives where it ends, or why that cannot be said.</summary>
    /// <param name="rest">The input from the tag on.</param>
    /// <param name="i">Where the attribute starts in it.</param>
    /// <param name="at">Where the tag starts in the buffer.</param>
    internal int Take(ReadOnlySpan<byte> rest, int i, int at)
    {
        var equals = rest[i..].IndexOfAny(NameEnd);
        if (equals <= 0)
        {
            return equals < 0 ? Unfinished : Damaged;
        }

        if (rest[i + equals] != '=')
        {
            return rest[i + equals] == '>' ? i + equals : Damaged;
        }

        var value = i + equals + 1;
        while (value < rest.Length && rest[value] <= ' ')
        {
            value++;
        }

        if (value >= rest.Length)
        {
            return Unfinished;
        }

        var quote = rest[value++];
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            return Damaged;
        }

        var length = rest[value..].IndexOfAny(quote, (byte)'<', (byte)'&');
        var hasEntities = length >= 0 && rest[value + length] == '&';
        if (hasEntities)
        {
            var more = rest[(value + length)..].IndexOfAny(quote, (byte)'<');
            length = more < 0 ? more : length + more;
        }

        if (length < 0)
        {
            return Unfinished;
        }

        // An attribute cannot hold an open bracket: a quote is missing, and the next tag must not be swallowed.
        if (rest[value + length] == '<')
        {
            return Damaged;
        }

        if (count < MostAttributes)
        {
            places[count++] = new Place(at + i, rest.Slice(i, equals).TrimEnd(" \t\r\n"u8).Length, at + value, length, hasEntities);
        }

        return value + length + 1;
    }

    private static ReadOnlySpan<byte> Value(byte[] buffer, ref Place attribute)
    {
        var value = buffer.AsSpan(attribute.ValueAt, attribute.ValueLength);
        if (attribute.HasEntities)
        {
            attribute = attribute with { ValueLength = XmlEntities.ResolveInPlace(value), HasEntities = false };
            value = value[..attribute.ValueLength];
        }

        return value;
    }

    private readonly record struct Place(int NameAt, int NameLength, int ValueAt, int ValueLength, bool HasEntities);
}
