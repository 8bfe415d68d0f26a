using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>
/// A table file of the export. Which table it is stands in its first line; its name only says when it was made, and names of tables begin
/// like names of others.
/// </summary>
/// <param name="Name">Without the vendor's prefix: <c>shealth.tracker.heart_rate</c>.</param>
/// <param name="Version">The app's, where the first line tells.</param>
/// <param name="HasTitle">Whether the first line is the table's name, before the one with the columns.</param>
internal sealed partial record SamsungTable(ExportEntry Entry, string Name, string? Version, bool HasTitle)
{
    private const int HeadBytes = 512;
    private const string Prefix = "com.samsung.";

    /// <summary>When the table was exported; null where the file's name does not say.</summary>
    internal DateTimeOffset? ExportedAt =>
        Stamp().Match(Entry.Name) is { Success: true } stamp
        && DateTime.TryParseExact(stamp.Groups[1].Value, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : null;

    internal CsvOptions Options => CsvOptions.Default with { Delimiter = ',', SkipLines = HasTitle ? 1 : 0 };

    /// <summary>The table in a file, or null where it is none of Samsung's.</summary>
    internal static async ValueTask<SamsungTable?> FindAsync(ExportEntry entry, CancellationToken cancel)
    {
        if (!entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var head = Encoding.UTF8.GetString(await entry.HeadAsync(HeadBytes, cancel)).TrimStart('\uFEFF');
        var title = head.Split('\n')[0].Trim().Split(',');
        if (title[0].StartsWith(Prefix, StringComparison.Ordinal) && title.Length >= 2 && title[1].Length > 0 && title[1].All(char.IsAsciiDigit))
        {
            return new SamsungTable(entry, title[0][Prefix.Length..], title[1], HasTitle: true);
        }

        // Tools that re-save tables leave the first line out.
        return FileName().Match(entry.Name) is { Success: true } name ? new SamsungTable(entry, name.Groups[1].Value, null, HasTitle: false) : null;
    }

    [GeneratedRegex(@"\.(\d{14})\.csv$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^com\.samsung\.(s?health\.[a-z0-9_.]+?)\.\d+\.csv$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
