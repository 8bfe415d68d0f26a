using System.Text.Json;
using System.Text.Json.Serialization;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Pipeline.Messages;

/// <summary>Entries of a diary travel with the words they are stored with, whatever the bus prefers.</summary>
internal sealed class DiaryEntriesConverter : JsonConverter<IReadOnlyList<DiaryEntry>>
{
    public override IReadOnlyList<DiaryEntry> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<List<DiaryEntry>>(ref reader, DiaryJson.Options) ?? [];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<DiaryEntry> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, DiaryJson.Options);
}
