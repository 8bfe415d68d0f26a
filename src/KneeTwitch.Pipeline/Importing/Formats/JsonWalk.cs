using System.Text;
using System.Text.Json;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Goes through JSON that arrives in parts, and stops at the values at the asked paths.</summary>
internal sealed class JsonWalk(IReadOnlyList<string> paths, JsonOptions options)
{
    private const int MostDepth = 64;
    private const int MostPlainText = 200;
    private readonly Stack<JsonFrame> frames = new();
    private JsonReaderState state = Fresh(options);
    private int skippedTo = -1;

    /// <summary>Bytes of the text that went before those given to <see cref="TryNext"/>.</summary>
    internal long Position { get; private set; }

    /// <summary>True while a value is passed over that is larger than may be kept.</summary>
    internal bool IsSkipping => skippedTo >= 0;

    /// <summary>Goes on to the next value asked for.</summary>
    /// <param name="used">Bytes that are done with, also where there was no value.</param>
    /// <returns>False where the bytes end before one is complete.</returns>
    /// <exception cref="JsonException">It is no JSON, or a text in it no Unicode.</exception>
    internal bool TryNext(ReadOnlySpan<byte> bytes, bool isLast, out JsonItem item, out int used)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        used = 0;
        item = default;
        while (true)
        {
            if (!reader.Read())
            {
                Keep(in reader, ref used);
                return false;
            }

            if (IsSkipping)
            {
                skippedTo = reader.CurrentDepth == skippedTo && reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject ? -1 : skippedTo;
                Keep(in reader, ref used);
                continue;
            }

            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                frames.Peek().Property = Text(in reader);
                Keep(in reader, ref used);
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                frames.Pop();
                Keep(in reader, ref used);
                continue;
            }

            var path = frames.TryPeek(out var owner) ? owner.NextPath : "";
            if (Asked(path, reader.TokenType) is { } asked)
            {
                var at = Position + reader.TokenStartIndex;
                if (!JsonElement.TryParseValue(ref reader, out var value))
                {
                    return false;
                }

                Keep(in reader, ref used);
                item = new JsonItem(asked, value.Value, at, Said());
                return true;
            }

            Enter(in reader, path, owner);
            Keep(in reader, ref used);
        }
    }

    /// <summary>The bytes given were used up to here.</summary>
    internal void Advance(int used) => Position += used;

    /// <summary>The value that comes next is too large: passes over it. Bytes must begin where the last call left off.</summary>
    internal int BeginSkip(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, state);
        if (!reader.Read() || reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            throw new JsonException("a text of more than an entry may have");
        }

        skippedTo = reader.CurrentDepth;
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    /// <summary>Begins anew, after a line that was no JSON.</summary>
    internal void Reset()
    {
        frames.Clear();
        skippedTo = -1;
        state = Fresh(options);
    }

    private static JsonReaderState Fresh(JsonOptions options) => new(new JsonReaderOptions
    {
        MaxDepth = MostDepth,
        AllowMultipleValues = true,
        AllowTrailingCommas = options.IsTolerant,
        CommentHandling = options.IsTolerant ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
    });

    private void Keep(in Utf8JsonReader reader, ref int used)
    {
        state = reader.CurrentState;
        used = (int)reader.BytesConsumed;
    }

    /// <summary>The asked path that a value belongs to: an array gives its items, anything else itself.</summary>
    private string? Asked(string path, JsonTokenType token)
    {
        foreach (var asked in paths)
        {
            var isItem = path.Length == asked.Length + 2 && path.EndsWith("[]", StringComparison.Ordinal) && path.StartsWith(asked, StringComparison.Ordinal);
            if (isItem || (path == asked && token is not JsonTokenType.StartArray))
            {
                // The root object is the value only if nothing in it was asked for.
                if (path.Length == 0 && paths.Count > 1 && token is JsonTokenType.StartObject)
                {
                    continue;
                }

                return asked;
            }
        }

        return null;
    }

    private void Enter(in Utf8JsonReader reader, string path, JsonFrame? owner)
    {
        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            if (LeadsOn(path))
            {
                frames.Push(new JsonFrame(path, reader.TokenType is JsonTokenType.StartArray));
            }
            else
            {
                skippedTo = reader.CurrentDepth;
            }
        }
        else if (owner is not null && reader.TokenType is not JsonTokenType.Null && reader.ValueSpan.Length <= MostPlainText)
        {
            owner.Say(reader.TokenType is JsonTokenType.String ? Text(in reader) : Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private bool LeadsOn(string path)
    {
        foreach (var asked in paths)
        {
            if (asked == path || path.Length == 0 || (asked.StartsWith(path, StringComparison.Ordinal) && asked[path.Length] is '.' or '['))
            {
                return true;
            }
        }

        return false;
    }

    private Dictionary<string, string> Said()
    {
        var all = new Dictionary<string, string>();
        foreach (var frame in frames)
        {
            foreach (var (name, text) in frame.Said)
            {
                all.TryAdd(name, text);
            }
        }

        return all;
    }

    private static string Text(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException cause)
        {
            throw new JsonException("a text that is no Unicode", cause);
        }
    }
}
