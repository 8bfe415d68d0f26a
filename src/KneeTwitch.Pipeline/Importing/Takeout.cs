using System.Globalization;
using System.Text.RegularExpressions;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>What the names in an archive of Google Takeout say: when it was made, and which product a file belongs to.</summary>
internal static partial class Takeout
{
    private const string Root = "Takeout";

    /// <summary>When the archive was made, from a name such as takeout-20260402T101500Z-001.zip; null where it was renamed.</summary>
    internal static DateTimeOffset? MadeAt(string name) =>
        Stamp().Match(name) is { Success: true } stamp
        && DateTime.TryParseExact(stamp.Groups[1].Value, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : null;

    /// <summary>The product's folder, up to which several products may share an archive: Takeout/Fit and Takeout/Fitbit.</summary>
    internal static string ProductOf(ExportEntry entry)
    {
        var folders = entry.Path.Split('/')[..^1];
        var root = Array.FindIndex(folders, folder => folder.Equals(Root, StringComparison.OrdinalIgnoreCase));
        return string.Join('/', folders.Take(root + 2));
    }

    [GeneratedRegex(@"takeout-(\d{8}T\d{6})Z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Stamp();
}
