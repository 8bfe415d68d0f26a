using System.Text.Json;
using System.Text.Json.Serialization;

namespace KneeTwitch.Web.Api;

/// <summary>How the API writes: snake_case names, as the commands do.</summary>
internal static class ApiJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };
}
