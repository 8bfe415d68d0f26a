namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>An object or array that is being gone through.</summary>
/// <param name="Path">Where it is: names joined by dots, [] for any item of an array.</param>
internal sealed record JsonFrame(string Path, bool IsArray)
{
    private const int MostSaid = 100;
    private readonly Dictionary<string, string> said = [];

    /// <summary>The property whose value comes next.</summary>
    internal string Property { get; set; } = "";

    /// <summary>What its plain properties said so far.</summary>
    internal IReadOnlyDictionary<string, string> Said => said;

    /// <summary>Where the next value is.</summary>
    internal string NextPath => IsArray ? Path + "[]" : Path.Length == 0 ? Property : $"{Path}.{Property}";

    internal void Say(string text)
    {
        if (!IsArray && (said.Count < MostSaid || said.ContainsKey(Property)))
        {
            said[Property] = text;
        }
    }
}
