using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>
/// What makes two resources versions of one thing: an identifier of its sender's, else its address, else its id within its file, since two
/// servers count alike; else what it says.
/// </summary>
internal static class FhirIdentity
{
    private static readonly string[] Content =
        ["code", "effectiveDateTime", "effectivePeriod", "effectiveInstant", "value", "valueQuantity", "valueInteger", "valueString", "valueBoolean", "valueCodeableConcept", "component", "device"];

    /// <summary>The key of a resource.</summary>
    internal static UInt128 Of(in FhirResource resource) => Hash(
        resource.Deleted is { } url ? OfAddress(url)
        : Lasting(resource)
        ?? (resource.Value.Text("id") is { } id
            ? $"id {Address(resource.Value, id)} {SenderOf(resource.Value) ?? resource.Entry.Path}"
            : $"content {Said(resource.Value)}"));

    /// <summary>What names a resource in every export that holds it: an identifier, or its address; null where it has neither.</summary>
    internal static string? Lasting(in FhirResource resource)
    {
        var value = resource.Value;
        foreach (var identifier in value.Items("identifier"))
        {
            // A report's number stands on each of its observations: only with the code it is a name.
            if (identifier.Text("system") is { } system && identifier.Text("value") is { } name)
            {
                return $"identifier {value.Text("resourceType")} {system} {name} {value.Field("code")}";
            }
        }

        return resource.FullUrl is { } fullUrl ? OfAddress(fullUrl) : null;
    }

    /// <summary>What names a resource without a lasting name in every export: its id and what it is of, since two servers count alike.</summary>
    internal static string Described(JsonElement value, string what) =>
        value.Text("id") is { } id ? $"id {Address(value, id)} {SenderOf(value)} {what}" : $"content {value.Text("resourceType")} {what} {Said(value)}";

    /// <summary>The name of what is under an address, whatever its version.</summary>
    internal static string OfAddress(string url) => $"url {WithoutVersion(url)}";

    /// <summary>Keys under which other resources refer to it.</summary>
    internal static IEnumerable<UInt128> AddressesOf(FhirResource resource)
    {
        if (resource.FullUrl is { } fullUrl)
        {
            yield return Hash($"at {WithoutVersion(fullUrl)}");
        }

        if (resource.Value.Text("id") is { } id)
        {
            yield return Hash($"at {Address(resource.Value, id)}");
        }
    }

    /// <summary>The key of what a reference points to.</summary>
    internal static UInt128 OfReference(string reference) => Hash($"at {WithoutVersion(reference)}");

    /// <summary>An address without the version at its end.</summary>
    internal static string WithoutVersion(string url)
    {
        var at = url.IndexOf("/_history/", StringComparison.Ordinal);
        return at < 0 ? url : url[..at];
    }

    private static string Address(JsonElement value, string id) => $"{value.Text("resourceType")}/{id}";

    private static string Said(JsonElement value) => string.Join('\n', Content.Select(name => value.Field(name)?.GetRawText()));

    private static string? SenderOf(JsonElement value) => value.Field("meta")?.Text("source")?.Split('#')[0];

    private static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
