using System.Globalization;
using System.Text.Json;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Fields of an object, null wherever something is missing or of another kind. Of a name that comes twice the last counts.</summary>
internal static class JsonFields
{
    /// <summary>The field, unless it is missing or null.</summary>
    internal static JsonElement? Field(this JsonElement item, string name) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>A text that is not empty; numbers and flags as they are written.</summary>
    internal static string? Text(this JsonElement item, string name) => item.Field(name) is { } value ? value.AsText() : null;

    /// <summary>A finite number, also one in quotes.</summary>
    internal static double? Number(this JsonElement item, string name) => item.Field(name) is { } value ? value.AsNumber() : null;

    /// <summary>A whole number, also one in quotes or with a zero fraction.</summary>
    internal static long? Whole(this JsonElement item, string name) =>
        item.Field(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var whole) ? whole
        : long.TryParse(value.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole) ? whole
        : value.AsNumber() is { } number && Math.Abs(number) < 1L << 53 && double.IsInteger(number) ? (long)number
        : null;

    /// <summary>An instant: a text with an offset, or seconds to nanoseconds since 1970.</summary>
    internal static DateTimeOffset? Instant(this JsonElement item, string name) => Moments.Instant(item.Text(name)) ?? Moments.Epoch(item.Number(name));

    /// <summary>A written time, with or without an offset.</summary>
    internal static Moment? Moment(this JsonElement item, string name) => Moments.Parse(item.Text(name));

    /// <summary>A flag, also one in quotes.</summary>
    internal static bool? Flag(this JsonElement item, string name) => item.Field(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => bool.TryParse(item.Text(name), out var flag) ? flag : null,
        _ => null,
    };

    /// <summary>The items of an array; none where it is missing or something else.</summary>
    internal static IEnumerable<JsonElement> Items(this JsonElement item, string name) =>
        item.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The value itself as a text.</summary>
    internal static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>The value itself as a finite number.</summary>
    internal static double? AsNumber(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null,
        JsonValueKind.String => value.GetString() is { } text ? TextNumber.Parse(text) : null,
        _ => null,
    };

    /// <summary>A value that stands as text in a cell or a field; null where it is no JSON or no Unicode.</summary>
    internal static JsonElement? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.IsUnicode() ? json.RootElement.Clone() : null;
        }
        catch (Exception damage) when (damage is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Half of a letter, written as \ud83d or as raw bytes, would make every reader that asks for the text fail.</summary>
    internal static bool IsUnicode(this JsonElement value)
    {
        try
        {
            return Texts(value);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is not null,
        JsonValueKind.Array => value.EnumerateArray().All(Texts),
        JsonValueKind.Object => value.EnumerateObject().All(property => property.Name is not null && Texts(property.Value)),
        _ => true,
    };
}
