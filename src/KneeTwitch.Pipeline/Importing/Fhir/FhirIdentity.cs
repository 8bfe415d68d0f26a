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
    internal static UInt128 Of(in FhirResource resource)
    {
        if (resource.Deleted is { } url)
        {
            return Hash($"url {WithoutVersion(url)}");
        }

        var value = resource.Value;
        foreach (var identifier in value.Items("identifier"))
        {
            // A report's number stands on each of its observations: only with the code it is a name.
            if (identifier.Text("system") is { } system && identifier.Text("value") is { } name)
            {
                return Hash($"identifier {value.Text("resourceType")} {system} {name} {value.Field("code")}");
            }
        }

        return resource.FullUrl is { } fullUrl ? Hash($"url {WithoutVersion(fullUrl)}")
            : value.Text("id") is { } id ? Hash($"id {Address(value, id)} {Sender(resource)}")
            : Hash($"content {string.Join('\n', Content.Select(name => value.Field(name)?.GetRawText()))}");
    }

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

    private static string Sender(in FhirResource resource) =>
        resource.Value.Field("meta") is { } meta && meta.Text("source") is { } source ? source.Split('#')[0] : resource.Entry.Path;

    private static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
