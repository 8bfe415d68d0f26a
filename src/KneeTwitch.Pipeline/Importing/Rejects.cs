using System.Runtime.InteropServices;
using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>What could not be read, by reason: how often, and where first. Bounded, however hostile a file is.</summary>
public sealed class Rejects
{
    /// <summary>Reasons that are told apart.</summary>
    public const int MostReasons = 200;

    private const int LongestReason = 160;
    private const string Others = "other reasons";
    private readonly Dictionary<string, (long Count, string First)> reasons = [];

    public long Count { get; private set; }

    /// <summary>Most frequent first.</summary>
    public IReadOnlyList<StoredReject> All =>
        [.. reasons
            .OrderByDescending(reason => reason.Value.Count)
            .ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .Select(reason => new StoredReject(reason.Key, reason.Value.Count, reason.Value.First))];

    /// <param name="reason">Why, in words for the wearer; the same words are the same reason.</param>
    /// <param name="entry">The entry's path.</param>
    /// <param name="at">Bytes from its start.</param>
    public void Add(string reason, string entry, long at) => Add(reason, entry, "byte", at);

    /// <param name="line">Line in the entry, from 1.</param>
    public void AddLine(string reason, string entry, long line) => Add(reason, entry, "line", line);

    private void Add(string reason, string entry, string unit, long number)
    {
        Count++;
        reason = PlainText.Of(reason.Length <= LongestReason ? reason : reason[..LongestReason]);
        if (reasons.Count >= MostReasons && !reasons.ContainsKey(reason))
        {
            reason = Others;
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(reasons, reason, out var isKnown);
        known = isKnown ? (known.Count + 1, known.First) : (1, $"{entry}, {unit} {number}");
    }
}
