using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>
/// A source name of one file, and what sort of thing stands behind it: a name that was ever seen with a watch is a watch from then on.
/// </summary>
internal sealed class AppleSource(string name)
{
    private static readonly char[] WordEnds = [' ', '-', '_', '\'', '.', ',', '(', ')'];

    internal Source Source { get; private set; } = Source.Named(name, KindByName(Source.Named(name).Name));

    /// <summary>The device attribute says more than a name: <c>model:Watch</c>, <c>model:iPhone</c>. Its addresses change with every export.</summary>
    internal void SeenWith(ReadOnlySpan<byte> device)
    {
        if (Source.Kind is SourceKind.Worn || device.IsEmpty)
        {
            return;
        }

        if (device.IndexOf("model:Watch"u8) >= 0)
        {
            Source = Source with { Kind = SourceKind.Worn };
        }
        else if (Source.Kind is SourceKind.App && device.IndexOf("model:iPhone"u8) >= 0)
        {
            Source = Source with { Kind = SourceKind.Phone };
        }
    }

    private static SourceKind KindByName(string name)
    {
        var words = name.Split(WordEnds, StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => word.ToUpperInvariant() is "WATCH" or "BAND" or "RING") ? SourceKind.Worn
            : words.Any(word => word.Equals("iPhone", StringComparison.OrdinalIgnoreCase)) ? SourceKind.Phone
            : SourceKind.App;
    }
}
