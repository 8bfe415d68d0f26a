using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Messages;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>What an export says besides readings. Filled while it is read; complete only at the end.</summary>
public sealed class ExportFacts
{
    private const int MostZoneHours = 50_000;
    private const int MostUnread = 1_000;
    private const string Others = "others";
    private readonly Dictionary<(long Hour, string Zone), DateTimeOffset> zones = [];
    private const int MostNotes = 50;
    private readonly Dictionary<string, long> unread = [];
    private readonly Dictionary<string, long> notes = [];

    /// <summary>The format's version, where the file tells it.</summary>
    public string? Version { get; set; }

    /// <summary>When the export was made; readings merged by interval are as new as this.</summary>
    public DateTimeOffset? ExportedAt { get; set; }

    /// <summary>Everybody the file names, by the vendor's own ids.</summary>
    public IReadOnlyList<string> People { get; set; } = [];

    public int? BirthYear { get; set; }

    public Sex Sex { get; set; }

    /// <summary>What the file holds but no reader reads, by the vendor's own name, with counts.</summary>
    public IReadOnlyDictionary<string, long> Unread => unread;

    /// <summary>How something was understood that could be understood otherwise, in words for the person, with counts.</summary>
    public IReadOnlyDictionary<string, long> Notes => notes;

    /// <summary>In which zone the devices were, in order of time: each change, and the first sign of each UTC day.</summary>
    public IReadOnlyList<ZoneChange> Zones
    {
        get
        {
            var kept = new List<ZoneChange>();
            foreach (var (key, at) in zones.OrderBy(zone => zone.Value).ThenBy(zone => zone.Key.Zone, StringComparer.Ordinal))
            {
                if (kept.Count == 0 || kept[^1].ZoneId != key.Zone || kept[^1].FromUtc.UtcDateTime.Date != at.UtcDateTime.Date)
                {
                    kept.Add(new ZoneChange(at, key.Zone));
                }
            }

            return kept;
        }
    }

    /// <summary>The device was in this zone at this instant.</summary>
    public void SawZone(DateTimeOffset at, string zoneId)
    {
        var key = (at.ToUnixTimeSeconds() / 3600, zoneId);
        if (zones.TryGetValue(key, out var earlier) ? at < earlier : zones.Count < MostZoneHours)
        {
            zones[key] = at;
        }
    }

    public void Note(string what, long count = 1)
    {
        if (notes.Count < MostNotes || notes.ContainsKey(what))
        {
            notes[what] = notes.GetValueOrDefault(what) + count;
        }
    }

    public void LeftUnread(string what, long count = 1)
    {
        what = unread.Count < MostUnread || unread.ContainsKey(what) ? what : Others;
        unread[what] = unread.GetValueOrDefault(what) + count;
    }

    /// <summary>A whole file is not read. Files are counted by folder and ending: there may be thousands of one kind.</summary>
    /// <param name="root">A folder of the vendor's whose files are named one by one, as those at the root are.</param>
    internal void LeftUnread(ExportEntry entry, string root = "")
    {
        var folder = entry.Path[..Math.Max(0, entry.Path.LastIndexOf('/'))];
        var within = folder[(folder.LastIndexOf('/') + 1)..];
        var ending = Path.GetExtension(entry.Name);
        LeftUnread(within.Length == 0 || within == root || ending.Length == 0 ? $"file {entry.Name}" : $"files {within}/*{ending}");
    }

    /// <summary>The facts as they travel.</summary>
    /// <param name="asOf">The instant for what has none of its own, where the file does not say when it was made.</param>
    internal IReadOnlyList<Fact> ToFacts(DateTimeOffset asOf)
    {
        var at = ExportedAt ?? asOf;
        var facts = new List<Fact>();
        if (BirthYear is { } year)
        {
            facts.Add(new Fact(Fact.BirthYear, at, year.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (Sex is not Sex.Unknown)
        {
            facts.Add(new Fact(Fact.Sex, at, Sex is Sex.Female ? "female" : "male"));
        }

        facts.AddRange(Zones.Select(zone => new Fact(Fact.Zone, zone.FromUtc, zone.ZoneId)));
        return facts;
    }
}
