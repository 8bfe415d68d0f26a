namespace KneeTwitch.Pipeline.Importing.Bearable;

/// <summary>One thing of a row.</summary>
/// <param name="Name">As the person named it; a severity may stand in its last parentheses.</param>
/// <param name="Amount">Its own amount; null where the row has only a sum.</param>
internal sealed record BearableItem(string Name, string? Amount)
{
    /// <summary>The name and the word in its last parentheses; names can hold parentheses themselves.</summary>
    internal (string Name, string? Severity) Parts()
    {
        var open = Name.EndsWith(')') ? Name.LastIndexOf('(') : -1;
        return open > 0 ? (Name[..open].Trim(), Name[(open + 1)..^1].Trim()) : (Name, null);
    }
}
