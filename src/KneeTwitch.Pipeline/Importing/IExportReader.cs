using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Reads one vendor's export. A reader keeps no state between calls, so one instance serves many imports at once.</summary>
public interface IExportReader
{
    /// <summary>The stable name of the format, as in <c>--format</c>.</summary>
    string Format { get; }

    /// <summary>The format's name for people.</summary>
    string Name { get; }

    /// <summary>What no real export could confirm, in words for the person; null where nothing is in doubt.</summary>
    string? Doubt => null;

    /// <summary>Says, from content and never from the export's own name, whether this is its format.</summary>
    ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel);

    /// <summary>Streams the readings. Bad rows go to the context's rejects; what the file says besides goes to its facts.</summary>
    /// <exception cref="ExportFormatException">Nothing of it can be used.</exception>
    IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, CancellationToken cancel);
}
