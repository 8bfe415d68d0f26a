using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KneeTwitch.Terminal;

/// <summary>How <c>--json</c> looks: snake_case names, dates as 2026-03-01, states as lower-case words.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    internal static void Write<T>(TextWriter to, T value) => to.WriteLine(JsonSerializer.Serialize(value, Options));
}
