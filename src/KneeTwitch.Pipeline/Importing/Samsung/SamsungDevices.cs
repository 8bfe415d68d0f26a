using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>The devices of an export. Phone and watch count the same walk, so each is a source of its own.</summary>
internal sealed class SamsungDevices
{
    internal static readonly Source App = Source.Named("Samsung Health", SourceKind.App);

    private static readonly string[] WornWords = ["WATCH", "FIT", "GEAR", "RING", "BAND"];
    private readonly Dictionary<string, Source> sources = [];
    private readonly Dictionary<string, string> names = [];

    internal void Add(SamsungRow row)
    {
        if ((row["deviceuuid"], row["name"] ?? row["model"]) is ({ } id, { } name))
        {
            names[id] = name;
        }
    }

    /// <summary>The device by its id's name, else by the name in the row itself, else by what can be told of the id.</summary>
    internal Source SourceOf(string? id, string? name)
    {
        name = id is not null && names.TryGetValue(id, out var known) ? known : name;
        if (name is not null && name.Equals(App.Name, StringComparison.OrdinalIgnoreCase))
        {
            return App;
        }

        var key = name ?? id ?? "";
        if (!sources.TryGetValue(key, out var source))
        {
            source = key.Length == 0 ? App : Source.Named($"Samsung Health {name ?? "device " + key[..Math.Min(8, key.Length)]}", Kind(name));
            sources.Add(key, source);
        }

        return source;
    }

    private static SourceKind Kind(string? name) =>
        name is null ? SourceKind.Unknown
        : name.ToUpperInvariant().Split(' ', '-', '(', ')').Any(word => WornWords.Any(worn => word.StartsWith(worn, StringComparison.Ordinal))) ? SourceKind.Worn
        : SourceKind.Phone;
}
