using System.Text;
using System.Text.Json;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>What the first bytes of a JSON file say about it: enough to tell whose it is. Empty where it is no JSON.</summary>
internal static class JsonHead
{
    /// <summary>Names in the root object, as far as the head goes.</summary>
    internal static IReadOnlySet<string> TopLevelKeys(byte[] head) => Names(head, path => path.Length == 0);

    /// <summary>Names in the object at a path, as far as the head goes.</summary>
    /// <param name="path">Names joined by dots.</param>
    internal static IReadOnlySet<string> KeysOf(byte[] head, string path) => Names(head, at => at == path);

    /// <summary>Names in the first object of an array.</summary>
    /// <param name="arrayPath">As in <see cref="JsonItems"/>; empty for an array at the root, or for the first of one object a line.</param>
    internal static IReadOnlySet<string> FirstItemKeys(byte[] head, string arrayPath = "") =>
        Names(head, path => path == arrayPath + "[]") is { Count: > 0 } names ? names
        : arrayPath.Length > 0 ? new HashSet<string>()
        : TopLevelKeys(head);

    /// <summary>True where the text begins as an object or array does.</summary>
    internal static bool IsJson(byte[] head) => TextEncoding.Decode(head).AsSpan().TrimStart() is ['{' or '[', ..];

    private static HashSet<string> Names(byte[] head, Func<string, bool> isWanted)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowMultipleValues = true };
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(TextEncoding.Decode(head)), isFinalBlock: false, new JsonReaderState(options));
        var frames = new Stack<JsonFrame>();
        var wasIn = false;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName)
                {
                    frames.Peek().Property = reader.GetString() ?? "";
                    if (isWanted(frames.Peek().Path))
                    {
                        wasIn = true;
                        names.Add(frames.Peek().Property);
                    }
                }
                else if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    var path = frames.TryPeek(out var owner) ? owner.NextPath : "";
                    frames.Push(new JsonFrame(path, reader.TokenType is JsonTokenType.StartArray));
                }
                else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject && isWanted(frames.Pop().Path) && wasIn)
                {
                    break;
                }
            }
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            // What was seen before counts: a head is cut off anywhere.
        }

        return names;
    }
}
