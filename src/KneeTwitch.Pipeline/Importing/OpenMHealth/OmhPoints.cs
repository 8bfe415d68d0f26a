using System.Runtime.CompilerServices;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>Goes through the data points of files: one, an array, one a line, or a list that a server wrapped. Only one is in memory at a time.</summary>
internal static class OmhPoints
{
    private const int HeadBytes = 16_384;
    private static readonly string[] Namespaces = ["omh", "granola", "ieee"];

    /// <summary>What a file is: it tells itself, its folder names the schema, or nothing tells.</summary>
    internal enum Kind
    {
        /// <summary>Data points with headers.</summary>
        Points,

        /// <summary>Data points in an object of their own, as a Shimmer server answers.</summary>
        Wrapped,

        /// <summary>Bodies alone, in a folder that is called by their schema.</summary>
        Named,
    }

    internal static async ValueTask<Kind?> KindOfAsync(ExportEntry entry, CancellationToken cancel)
    {
        var head = await entry.HeadAsync(HeadBytes, cancel);
        if (JsonHead.IsJson(head))
        {
            if (Says(head, "header.schema_id", "[].header.schema_id"))
            {
                return Kind.Points;
            }

            if (Says(head, "body.header.schema_id", "body[].header.schema_id"))
            {
                return Kind.Wrapped;
            }
        }

        return entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && OmhSchema.Of(entry.Path) is not null ? Kind.Named : null;
    }

    internal static async IAsyncEnumerable<OmhPoint> ReadAsync(
        IReadOnlyList<(ExportEntry Entry, Kind Kind)> files, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var number = 0L;
        foreach (var (entry, kind) in files)
        {
            var named = kind is Kind.Named ? OmhSchema.Of(entry.Path) : null;
            var options = kind is Kind.Wrapped ? JsonOptions.Default : JsonOptions.Lines;
            await foreach (var item in JsonItems.ReadAsync(entry, [kind is Kind.Wrapped ? "body" : ""], context, options, cancel))
            {
                yield return Point(entry, item, named) with { Number = number++ };
            }
        }
    }

    private static OmhPoint Point(ExportEntry entry, JsonItem item, OmhSchema? named)
    {
        if (item.Value.Field("header") is { } header)
        {
            return new OmhPoint(0, entry, item.At, OmhSchema.Of(header), header, item.Value.Field("body") ?? default);
        }

        return named?.Name is OmhSchema.Header ? new OmhPoint(0, entry, item.At, named, item.Value, default)
            : new OmhPoint(0, entry, item.At, named, default, item.Value);
    }

    private static bool Says(byte[] head, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            var keys = JsonHead.KeysOf(head, path);
            if (keys.Contains("name") && (keys.Contains("namespace") || keys.Contains("version")))
            {
                return Array.Exists(Namespaces, name => head.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes($"\"{name}\"")) >= 0);
            }
        }

        return false;
    }
}
