using System.Text.Json;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>One value out of a large JSON file. It owns its memory.</summary>
/// <param name="Path">Which of the asked paths it was found at.</param>
/// <param name="Value">The value; its texts are known to be Unicode.</param>
/// <param name="At">Bytes from the start of the text to the value.</param>
/// <param name="Owner">Texts, numbers and flags that the objects around it said before it, by name; the nearest object wins.</param>
internal readonly record struct JsonItem(string Path, JsonElement Value, long At, IReadOnlyDictionary<string, string> Owner);
