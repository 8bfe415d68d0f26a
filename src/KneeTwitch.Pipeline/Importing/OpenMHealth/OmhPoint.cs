using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>A data point: a header that says what the body is and where it comes from; or a body alone.</summary>
/// <param name="Number">Its place among all points of the export; the same each time the export is gone through.</param>
/// <param name="Schema">What the body is; null where nothing tells.</param>
/// <param name="Header">Undefined for a body alone.</param>
/// <param name="Body">Undefined for a header alone.</param>
internal readonly record struct OmhPoint(long Number, ExportEntry Entry, long At, OmhSchema? Schema, JsonElement Header, JsonElement Body)
{
    private const string Format = "Open mHealth";

    internal bool HasHeader => Header.ValueKind is not JsonValueKind.Undefined;

    internal bool HasBody => Body.ValueKind is not JsonValueKind.Undefined;

    /// <summary>The user's id, if the header has one.</summary>
    internal string? Person => Header.Field("user_id") is { ValueKind: JsonValueKind.String } id ? id.AsText() : null;

    /// <summary>What makes a point replace another; null for bodies alone, which are told apart by what they say.</summary>
    internal UInt128? Key =>
        Id is { } id ? System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Person}\n{id}"))) : null;

    internal DateTimeOffset? Created => Header.Instant("creation_date_time") ?? Header.Instant("source_creation_date_time");

    /// <summary>When the source made it: stands in where a body of the first versions has no time frame.</summary>
    internal DateTimeOffset? SourceCreated => Moments.Instant(Provenance.Text("source_creation_date_time") ?? Header.Text("source_creation_date_time"));

    internal Source Source =>
        Source.Named(
            Provenance.Text("source_name") is { } name ? $"{name} ({Format})" : Format,
            Modality is "self-reported" ? SourceKind.Manual : SourceKind.Unknown);

    /// <summary>Why the header is none; null for a good one.</summary>
    internal string? WhyNot =>
        Header.ValueKind is not JsonValueKind.Object ? "a data point without a header"
        : Id is null ? "a header without an id"
        : OmhSchema.Of(Header) is null ? "a header without a schema"
        : Header.Field("creation_date_time") is not null && Moments.Instant(Header.Text("creation_date_time")) is null ? "a header whose date cannot be read"
        : Header.Field("user_id") is { ValueKind: not JsonValueKind.String } ? "a header whose user is no text"
        : Modality is null or "sensed" or "self-reported" ? null
        : "a header with a modality that there is not";

    /// <summary>The id that the app itself gave the point, which outlives conversions.</summary>
    internal string? SourceId => Provenance.Text("source_data_point_id");

    private JsonElement Provenance => Header.Field("acquisition_provenance") ?? default;

    /// <summary>The standard IEEE 1752.1 calls it differently.</summary>
    private string? Id => Header.Text("id") ?? Header.Text("uuid");

    private string? Modality => Provenance.Text("modality") ?? Header.Text("modality");
}
