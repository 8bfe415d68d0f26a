using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Oura;

/// <summary>One record, whether it came as JSON or as a row whose cells may hold JSON. Empty, null, None and nan all mean that nothing was said.</summary>
internal sealed class OuraRecord
{
    private static readonly string[] Nothing = ["null", "none", "nan", "[]", "{}"];
    private readonly Func<string, string?> text;
    private readonly Func<string, JsonElement?> part;

    private OuraRecord(Func<string, string?> text, Func<string, JsonElement?> part)
    {
        this.text = text;
        this.part = part;
    }

    internal static OuraRecord Of(JsonElement item) => new(name => item.Text(name), name => item.Field(name));

    internal static OuraRecord Of(CsvRow row) => new(name => row[name], name => Parse(row[name]));

    internal string? Text(string field)
    {
        foreach (var name in OuraWords.NamesOf(field))
        {
            if (text(name) is { } said && !Nothing.Contains(said, StringComparer.OrdinalIgnoreCase))
            {
                return said;
            }
        }

        return null;
    }

    internal bool Has(string field) => Text(field) is not null || Part(field) is not null;

    internal double? Number(string field) => Text(field) is { } said ? TextNumber.Parse(said) : null;

    /// <summary>A number above zero: of what is measured, Oura writes zero where it was not.</summary>
    internal double? Measured(string field) => Number(field) is > 0 and var number ? number : null;

    /// <summary>A duration in seconds, up to a day; broken rows hold 1e19 and negative ones.</summary>
    internal double? Seconds(string field) => Number(field) is >= 0 and <= 86_400 and var seconds ? seconds : null;

    /// <summary>An object or an array.</summary>
    internal JsonElement? Part(string field)
    {
        foreach (var name in OuraWords.NamesOf(field))
        {
            if (part(name) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } found)
            {
                return found;
            }
        }

        return null;
    }

    private static JsonElement? Parse(string? cell) => cell is ['{' or '[', ..] ? JsonFields.Parse(cell) : null;
}
