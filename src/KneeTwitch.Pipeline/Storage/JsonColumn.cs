using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Small lists that are only ever read whole are kept as jsonb.</summary>
internal static class JsonColumn
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static ValueConverter<T, string> Converter<T>() =>
        new(value => Write(value), text => Read<T>(text));

    internal static ValueComparer<T> Comparer<T>() =>
        new((a, b) => Write(a!) == Write(b!), value => Write(value).GetHashCode(StringComparison.Ordinal), value => Read<T>(Write(value)));

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    internal static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidDataException("A jsonb column holds null.");
}
