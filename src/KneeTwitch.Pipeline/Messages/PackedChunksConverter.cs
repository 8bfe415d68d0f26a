using System.Text.Json;
using System.Text.Json.Serialization;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Messages;

/// <summary>Chunks travel as one packed string inside the JSON of their contract: a batch stays readable by name and far below 1 MB.</summary>
internal sealed class PackedChunksConverter : JsonConverter<IReadOnlyList<Chunk>>
{
    public override IReadOnlyList<Chunk> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ChunkPacking.Unpack(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Chunk> value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(ChunkPacking.Pack(value));
}
