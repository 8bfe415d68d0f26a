using System.Text.Json;
using System.Text.Json.Serialization;

namespace KneeTwitch.Core.Diary;

/// <summary>The diary as JSON, in tables and messages: words for enums, nothing for what was not said.</summary>
public static class DiaryJson
{
    private static readonly Dictionary<Type, string> Kinds = typeof(DiaryFact)
        .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
        .Cast<JsonDerivedTypeAttribute>()
        .ToDictionary(kind => kind.DerivedType, kind => (string)(kind.TypeDiscriminator ?? ""));

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowOutOfOrderMetadataProperties = true, // PostgreSQL keeps the fields of a jsonb in an order of its own.
    };

    /// <summary>The fact; "null" for a deletion.</summary>
    public static string Write(DiaryFact? fact) => JsonSerializer.Serialize(fact, Options);

    /// <summary>The word that tells a kind of fact from the others, in tables and in JSON; "deletion" for none.</summary>
    public static string KindOf(DiaryFact? fact) => fact is null ? "deletion" : Kinds[fact.GetType()];

    /// <summary>The kind of fact of a word, or null.</summary>
    public static Type? TypeOf(string kind) => Kinds.FirstOrDefault(pair => pair.Value == kind).Key;

    /// <exception cref="JsonException">The text is no fact.</exception>
    public static DiaryFact? Read(string json) => JsonSerializer.Deserialize<DiaryFact>(json, Options);
}
