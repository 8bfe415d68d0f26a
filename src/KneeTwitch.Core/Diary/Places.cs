namespace KneeTwitch.Core.Diary;

/// <summary>The places of the body that twitches and injuries are written down for, and what the rules make of them [risk-factors 3, 6].</summary>
public static class Places
{
    public const string Knee = "knee";
    public const string Eyelid = "eyelid";

    private static readonly Dictionary<string, Region?> Regions = new(StringComparer.Ordinal)
    {
        [Eyelid] = null, // Left out of the regions: twitching eyelids are too common to count [risk-factors RF4].
        ["face"] = Region.HeadAndNeck,
        ["jaw"] = Region.HeadAndNeck,
        ["tongue"] = Region.HeadAndNeck,
        ["neck"] = Region.HeadAndNeck,
        ["shoulder"] = Region.Arms,
        ["upper_arm"] = Region.Arms,
        ["forearm"] = Region.Arms,
        ["hand"] = Region.Arms,
        ["thumb"] = Region.Arms,
        ["chest"] = Region.Trunk,
        ["abdomen"] = Region.Trunk,
        ["back"] = Region.Trunk,
        ["hip"] = Region.Legs,
        ["glute"] = Region.Legs,
        ["thigh"] = Region.Legs,
        ["thigh_front"] = Region.Legs,
        ["thigh_back"] = Region.Legs,
        [Knee] = Region.Legs,
        ["shin"] = Region.Legs,
        ["calf"] = Region.Legs,
        ["foot"] = Region.Legs,
        ["toe"] = Region.Legs,
        ["other"] = null,
    };

    private static readonly HashSet<string> NearKnee = new(StringComparer.Ordinal) { "thigh", "thigh_front", "thigh_back", Knee, "shin", "calf" };

    private static readonly HashSet<string> TongueOrJaw = new(StringComparer.Ordinal) { "tongue", "jaw" };

    /// <summary>The words the diary knows; others are kept as they were written.</summary>
    public static IReadOnlyCollection<string> All => Regions.Keys;

    /// <summary>The diary's word for a place as somebody wrote it ("Upper arm", "KNEE"), or their own word, trimmed, where it is none of ours.</summary>
    public static string Named(string text)
    {
        var word = text.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        return Regions.ContainsKey(word) ? word : text.Trim();
    }

    /// <summary>Null for eyelids and for places that are none of ours.</summary>
    public static Region? RegionOf(string? place) => place is not null && Regions.TryGetValue(place, out var region) ? region : null;

    /// <summary>The thigh, the knee, the shin and the calf: what moves the knee or lies around it.</summary>
    public static bool IsNearKnee(string? place) => place is not null && NearKnee.Contains(place);

    public static bool IsTongueOrJaw(string? place) => place is not null && TongueOrJaw.Contains(place);
}
