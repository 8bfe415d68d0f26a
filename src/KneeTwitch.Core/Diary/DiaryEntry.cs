using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Diary;

/// <summary>Something the wearer wrote down, here or in an app: who has it, when it was, what it says, and when it was said.</summary>
public sealed record DiaryEntry
{
    /// <summary>The longest key.</summary>
    public const int MaximumKeyLength = 64;

    /// <summary>What the wearer writes here, on a page, a command line or in a file of their own.</summary>
    public static Source Hand { get; } = Source.Named("Diary", SourceKind.Manual);

    /// <summary>The same for the same entry in every export that holds it, and in every version of it. Make one with <see cref="KeyOf"/>.</summary>
    public required string Key { get; init; }

    public required Source Source { get; init; }

    /// <summary>When it was. A deletion has none: what it takes back may have been at any time, and said so differently by each version.</summary>
    public required DiaryTime? Time { get; init; }

    /// <summary>When it was said, UTC (typed, changed, or at the latest exported): of two versions of an entry the newer counts.</summary>
    public required DateTimeOffset Said { get; init; }

    /// <summary>What it says; null exactly if it was deleted.</summary>
    public required DiaryFact? What { get; init; }

    public bool IsDeleted => What is null;

    /// <summary>A key from what tells an entry from all others of its source.</summary>
    /// <param name="source">Who has it.</param>
    /// <param name="parts">An id of the source's own, or else kind, time and place; never what an edit changes.</param>
    public static string KeyOf(Source source, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(source.Name);
        foreach (var part in parts)
        {
            text.Append('\u001F').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, 16);
    }

    /// <summary>The union of two versions of one entry: idempotent, commutative and associative.</summary>
    /// <exception cref="ArgumentException">The other is another entry.</exception>
    public DiaryEntry Union(DiaryEntry other)
    {
        if (other.Key != Key)
        {
            throw new ArgumentException("Only versions of one entry can be merged.");
        }

        var order = Said != other.Said ? Said.CompareTo(other.Said) : string.CompareOrdinal(Content(), other.Content());
        return (order >= 0 ? this : other).Canonical();
    }

    /// <summary>The entry as it is stored: a deletion without a time.</summary>
    public DiaryEntry Canonical() => IsDeleted && Time is not null ? this with { Time = null } : this;

    /// <summary>A hash of all that days and rules may depend on; equal content has an equal hash, whenever it was said.</summary>
    public long Hash()
    {
        var cover = What is DayReplaced ? Said.ToUnixTimeSeconds() : 0;
        var text = string.Create(CultureInfo.InvariantCulture, $"{Key}\u001F{cover}\u001F{Content()}");
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private string Content() => string.Join('\u001F', Source.Name, JsonSerializer.Serialize(IsDeleted ? null : Time, DiaryJson.Options), DiaryJson.Write(What));
}
