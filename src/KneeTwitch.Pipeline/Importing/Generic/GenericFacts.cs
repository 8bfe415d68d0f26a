using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>Rows that say what they are (check_in, medicine, dose, injury, ...), with the fields that the product itself stores such entries under.</summary>
internal static class GenericFacts
{
    private static readonly JsonSerializerOptions Lenient = new(DiaryJson.Options)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new YesOrNoConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(), // Its properties are looked up before anything is serialized, which is when a resolver would be taken by itself.
    };

    /// <summary>What the row says; null, with the reason, where it is no such entry.</summary>
    internal static (DiaryFact? Fact, string? WhyNot) Of(string kind, GenericRow row)
    {
        if (DiaryJson.TypeOf(kind) is not { } type || type == typeof(DayReplaced))
        {
            return (null, "a type that is not known");
        }

        try
        {
            var known = Lenient.GetTypeInfo(type).Properties.Select(property => property.Name).ToHashSet();
            var (json, rest) = (new JsonObject { ["kind"] = kind }, new Dictionary<string, string>());
            foreach (var (name, text) in row.Others.Concat(OursFor(row)))
            {
                if (known.Contains(name))
                {
                    json[name] = Node(name, text);
                }
                else
                {
                    rest.TryAdd(name, text);
                }
            }

            if (GenericTwitches.RemarkOf(row with { Others = rest }) is { } remark)
            {
                json["remark"] = remark;
            }

            return (JsonSerializer.Deserialize<DiaryFact>(json, Lenient), null);
        }
        catch (JsonException wrong)
        {
            return (null, $"{kind}: {wrong.Path?.TrimStart('$', '.') ?? "a field"} is missing or cannot be understood");
        }
    }

    /// <summary>Columns of the twitch diary that other entries have as well.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OursFor(GenericRow row)
    {
        if (row[GenericColumns.Side] is { } side)
        {
            yield return new("side", GenericWords.SideOf(side) is { } known ? known.ToString().ToLowerInvariant() : side);
        }

        if (row[GenericColumns.Place] is { } place)
        {
            yield return new("place", GenericWords.PlaceOf(place));
        }

        if (row[GenericColumns.Intensity] is { } severity)
        {
            yield return new("severity", severity);
        }

        foreach (var name in (string[])[GenericColumns.Unit, GenericColumns.Count])
        {
            if (row[name] is { } text)
            {
                yield return new(name, text);
            }
        }
    }

    private static JsonNode? Node(string name, string text)
    {
        if (text[0] is '[' or '{')
        {
            return JsonNode.Parse(text);
        }

        return name switch
        {
            "answers" => new JsonArray([.. Split(text).Select(answer => answer.Split('=', 2)).Select(pair => new JsonObject { ["question"] = pair[0].Trim(), ["is_yes"] = pair.Length > 1 ? pair[1].Trim() : "yes" })]),
            "about" or "triggers" => new JsonArray([.. Split(text).Select(word => JsonValue.Create(word))]),
            "tags" or "items" => string.Join(", ", Split(text)),
            _ => text,
        };
    }

    private static string[] Split(string text) => text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed class YesOrNoConverter : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when GenericWords.YesOrNo(reader.GetString() ?? "") is { } answer => answer,
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}
