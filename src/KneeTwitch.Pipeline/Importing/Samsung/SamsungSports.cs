using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>Samsung's codes of exercises that are known; the rest is <see cref="Sport.Other"/>.</summary>
internal static class SamsungSports
{
    private static readonly Dictionary<string, Sport> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["1001"] = Sport.Walk,
        ["1002"] = Sport.Run,
        ["11007"] = Sport.Cycle,
        ["13001"] = Sport.Hike,
        ["14001"] = Sport.Swim,
        ["15005"] = Sport.Run,
        ["walking"] = Sport.Walk,
        ["running"] = Sport.Run,
        ["cycling"] = Sport.Cycle,
        ["hiking"] = Sport.Hike,
        ["swimming"] = Sport.Swim,
    };

    /// <summary>Null for a code that is not known.</summary>
    internal static Sport? Find(string? code) => code is not null && Known.TryGetValue(code, out var sport) ? sport : null;
}
