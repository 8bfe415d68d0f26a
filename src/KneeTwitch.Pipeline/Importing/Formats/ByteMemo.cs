using System.Text;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// Remembers what a piece of UTF-8 stands for, so that a name that comes a million times becomes a string once.
/// Bounded: past the bound the answer is worked out anew each time.
/// </summary>
internal sealed class ByteMemo<T>
    where T : class?
{
    private const int MostEntries = 4_096;
    private const int LongestKey = 512;
    private readonly Func<string, T> make;
    private readonly Dictionary<byte[], T> known;
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> lookup;
    private byte[] lastKey = [];
    private T? last;

    internal ByteMemo(Func<string, T> make)
    {
        this.make = make;
        known = new Dictionary<byte[], T>(BytesComparer.Instance);
        lookup = known.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    internal IEnumerable<T> Values => known.Values;

    internal T this[ReadOnlySpan<byte> key]
    {
        get
        {
            if (key.Length > 0 && key.SequenceEqual(lastKey))
            {
                return last!;
            }

            if (!lookup.TryGetValue(key, out var bytes, out var value))
            {
                value = make(Encoding.UTF8.GetString(key.Length <= LongestKey ? key : key[..LongestKey]));
                if (known.Count >= MostEntries || key.Length > LongestKey)
                {
                    return value;
                }

                bytes = key.ToArray();
                known.Add(bytes, value);
            }

            (lastKey, last) = (bytes, value);
            return value;
        }
    }
}
