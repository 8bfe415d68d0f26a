using System.Text;
using System.Text.RegularExpressions;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Brings the names that zips and folders give into one form, and leaves out what operating systems strew.</summary>
internal static partial class EntryPath
{
    private const string Masked = "***@";

    /// <summary>
    /// Slashes only; no drive, root, empty, single or double dot parts, no control characters, no mail addresses. Null if nothing is left.
    /// </summary>
    internal static string? Normalize(string raw)
    {
        var parts = new List<string>();
        foreach (var part in raw.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var clean = Clean(part);
            if (clean is not ("" or "." or ".."))
            {
                parts.Add(clean);
            }
        }

        return parts.Count == 0 ? null : WithoutMail(string.Join('/', parts));
    }

    /// <summary>Names of files show up in rejects, messages and tables; some vendors write the person's mail address into them.</summary>
    internal static string WithoutMail(string name) => name.Contains('@') ? MailName().Replace(name, Masked) : name;

    /// <summary>The path of the folder; empty at the root.</summary>
    internal static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    /// <summary>True where it lies in a folder, at any depth.</summary>
    internal static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>True for macOS's and Windows's own files, which repeat names of real ones.</summary>
    internal static bool IsLitter(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("._", StringComparison.Ordinal)
            || name is ".DS_Store" or "Thumbs.db" or "desktop.ini"
            || path.StartsWith("__MACOSX/", StringComparison.Ordinal)
            || path.Contains("/__MACOSX/", StringComparison.Ordinal);
    }

    private static string Clean(string part)
    {
        var text = new StringBuilder(part.Length);
        foreach (var letter in part)
        {
            if (!char.IsControl(letter))
            {
                text.Append(letter);
            }
        }

        return text.ToString().Trim();
    }

    [GeneratedRegex(@"[^\s/\\@]+@(?=[^\s/\\@]*\.)", RegexOptions.CultureInvariant)]
    private static partial Regex MailName();
}
