using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>
/// The app's sources. They carry the app's name: what came through it is a second channel for what Apple's own archive says of the same
/// device, and would otherwise be added to it.
/// </summary>
internal static class HealthAutoExportSource
{
    private const string App = "Health Auto Export";

    /// <param name="said">Names joined by bars, or null.</param>
    internal static Source Find(string? said)
    {
        var names = (said ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kind = names.Any(name => IsWord(name, "watch", "band", "ring")) ? SourceKind.Worn
            : names.Any(name => IsWord(name, "iphone")) ? SourceKind.Phone
            : SourceKind.App;
        return Source.Named(names.Length == 0 ? App : $"{string.Join(" + ", names)} ({App})", kind);
    }

    private static bool IsWord(string name, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(name[at - 1])))
            {
                return true;
            }
        }

        return false;
    }
}
