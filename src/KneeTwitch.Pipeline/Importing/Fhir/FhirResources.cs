using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>Goes through the resources of files: bundles, one resource a file, one a line, or an array of them. Only one is in memory at a time.</summary>
internal static class FhirResources
{
    private const string Entries = "entry";
    private const string Type = "resourceType";
    private const string Links = "link";
    private const string Made = "timestamp";
    private const int MostDepth = 8;

    internal static async IAsyncEnumerable<FhirResource> ReadAsync(
        IReadOnlyList<ExportEntry> files, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var number = 0L;
        foreach (var file in files)
        {
            await foreach (var resource in ReadAsync(file, context, cancel))
            {
                yield return resource with { Number = number++ };
            }
        }
    }

    private static async IAsyncEnumerable<FhirResource> ReadAsync(ExportEntry file, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var isBundle = await IsBundleAsync(file, context, cancel);
        IReadOnlyList<string> paths = isBundle ? [Entries, Type, Links, Made] : [""];
        await foreach (var item in JsonItems.ReadAsync(file, paths, context, isBundle ? JsonOptions.Default : JsonOptions.Lines, cancel))
        {
            if (item.Path is Type or Links or Made)
            {
                Note(item, context.Facts);
                continue;
            }

            foreach (var resource in isBundle ? Of(item.Value, file, item.At, 0) : Unwrapped(item.Value, null, file, item.At, 0))
            {
                yield return resource;
            }
        }
    }

    /// <summary>The type may stand anywhere in a bundle, also behind all its entries.</summary>
    private static async Task<bool> IsBundleAsync(ExportEntry file, ReadingContext context, CancellationToken cancel)
    {
        var glance = new ReadingContext { Zones = context.Zones, AsOf = context.AsOf };
        await foreach (var type in JsonItems.ReadAsync(file, Type, glance, cancel))
        {
            return type.Value.AsText() is "Bundle";
        }

        return false;
    }

    private static void Note(JsonItem item, ExportFacts facts)
    {
        switch (item.Path)
        {
            case Type when item.Value.AsText() is not "Bundle":
                facts.LeftUnread("resources beside a bundle");
                break;
            case Links when item.Value.Text("relation") is "next":
                facts.LeftUnread("further pages that the file refers to");
                break;
            case Made when Moments.Instant(item.Value.AsText()) is { } at && (facts.ExportedAt is not { } known || at > known):
                facts.ExportedAt = at;
                break;
        }
    }

    /// <summary>The resource of an entry of a bundle.</summary>
    private static IEnumerable<FhirResource> Of(JsonElement entry, ExportEntry file, long at, int depth)
    {
        if (entry.Field("resource") is { } resource)
        {
            return Unwrapped(resource, entry.Text("fullUrl"), file, at, depth);
        }

        return entry.Field("request") is { } request && request.Text("method") is "DELETE"
            ? [new FhirResource(0, file, at, default) { Deleted = entry.Text("fullUrl") ?? request.Text("url") }]
            : [];
    }

    /// <summary>The resource itself, or those of a bundle within a bundle or on a line.</summary>
    private static IEnumerable<FhirResource> Unwrapped(JsonElement resource, string? fullUrl, ExportEntry file, long at, int depth) =>
        resource.Text(Type) is "Bundle" && depth < MostDepth
            ? resource.Items(Entries).SelectMany(entry => Of(entry, file, at, depth + 1))
            : [new FhirResource(0, file, at, resource) { FullUrl = fullUrl }];
}
