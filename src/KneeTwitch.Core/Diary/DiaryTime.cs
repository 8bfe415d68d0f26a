using System.Text.Json.Serialization;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Diary;

/// <summary>When something of the diary was: an instant, or a civil day with perhaps a part of it. Make one with <see cref="Instant"/> or <see cref="On"/>.</summary>
/// <param name="At">The instant, UTC, whole seconds; null where only the day is known.</param>
/// <param name="Day">The civil day; null where the instant is known.</param>
/// <param name="Part">The part of the day, where it was said.</param>
public sealed record DiaryTime(DateTimeOffset? At, DateOnly? Day, PartOfDay? Part)
{
    /// <summary>The UTC day under which it is kept; the civil day is at most one away.</summary>
    [JsonIgnore]
    public DateOnly UtcDay => Day ?? DateOnly.FromDateTime((At ?? default).UtcDateTime);

    public static DiaryTime Instant(DateTimeOffset at) => new(DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()), null, null);

    public static DiaryTime On(DateOnly day, PartOfDay? part = null) => new(null, day, part);

    /// <summary>The civil day of the wearer.</summary>
    public DateOnly DayIn(ZoneHistory zones) => Day ?? zones.DayOf(At ?? default);
}
