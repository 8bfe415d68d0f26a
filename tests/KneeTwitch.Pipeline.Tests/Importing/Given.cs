using System.Text;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;

namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>Entries and contexts for readers and the grammars below them.</summary>
internal static class Given
{
    internal static readonly DateTimeOffset Accepted = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    internal static ReadingContext Context(string zone = "Europe/Berlin") => new() { Zones = ZoneHistory.Of(zone), AsOf = Accepted };

    internal static ExportEntry Entry(string text, string path = "file.csv") => Entry(Encoding.UTF8.GetBytes(text), path);

    internal static ExportEntry Entry(byte[] content, string path = "file.csv") =>
        new(path, content.Length, _ => ValueTask.FromResult<Stream>(new MemoryStream(content, writable: false)));
}
