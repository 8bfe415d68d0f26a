namespace KneeTwitch.Pipeline.Importing;

/// <summary>Looks at the first bytes of an export's entries, to tell whose they are.</summary>
internal static class EntryHeads
{
    private const int MostHeads = 5_000;

    /// <summary>The entries that are a vendor's own, with what kind of its files they are; in the order of the export.</summary>
    /// <param name="kindOf">The kind of an entry, or null where it is not the vendor's.</param>
    internal static async Task<IReadOnlyList<(ExportEntry Entry, TKind Kind)>> FindAsync<TKind>(
        ExportFiles export, Func<ExportEntry, ValueTask<TKind?>> kindOf)
        where TKind : struct
    {
        var found = new List<(ExportEntry Entry, TKind Kind)>();
        foreach (var entry in export.Entries.Take(MostHeads))
        {
            if (await kindOf(entry) is { } kind)
            {
                found.Add((entry, kind));
            }
        }

        return found;
    }

    /// <summary>Counts what is left, and announces what is going to be read.</summary>
    internal static void Announce<TKind>(this IReadOnlyList<(ExportEntry Entry, TKind Kind)> found, ExportFiles export, ReadingContext context)
    {
        foreach (var (entry, _) in found)
        {
            context.Progress.Expect(entry.Length);
        }

        foreach (var entry in export.Entries.Except(found.Select(each => each.Entry)))
        {
            context.Facts.LeftUnread(entry);
        }
    }
}
