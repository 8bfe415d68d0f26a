using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Withings;

/// <summary>The app's English names of activities; the rest is <see cref="Sport.Other"/>.</summary>
internal static class WithingsSports
{
    private static readonly Dictionary<string, Sport> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Walking"] = Sport.Walk,
        ["Indoor Walking"] = Sport.Walk,
        ["Running"] = Sport.Run,
        ["Indoor Running"] = Sport.Run,
        ["Hiking"] = Sport.Hike,
        ["Cycling"] = Sport.Cycle,
        ["Bicycling"] = Sport.Cycle,
        ["Indoor Cycling"] = Sport.Cycle,
        ["Swimming"] = Sport.Swim,
        ["Rowing"] = Sport.Row,
        ["Lift weights"] = Sport.Strength,
        ["Weights"] = Sport.Strength,
        ["Calisthenics"] = Sport.Strength,
        ["Fitness"] = Sport.Strength,
        ["Elliptical"] = Sport.Elliptical,
        ["Yoga"] = Sport.Yoga,
        ["Pilates"] = Sport.Yoga,
        ["Tennis"] = Sport.RacketSport,
        ["Table tennis"] = Sport.RacketSport,
        ["Ping Pong"] = Sport.RacketSport,
        ["Badminton"] = Sport.RacketSport,
        ["Squash"] = Sport.RacketSport,
        ["Football"] = Sport.FieldSport,
        ["Soccer"] = Sport.FieldSport,
        ["Basketball"] = Sport.FieldSport,
        ["Volleyball"] = Sport.FieldSport,
        ["Handball"] = Sport.FieldSport,
        ["Rugby"] = Sport.FieldSport,
        ["Hockey"] = Sport.FieldSport,
        ["Baseball"] = Sport.FieldSport,
        ["Skiing"] = Sport.Ski,
        ["Snowboarding"] = Sport.Ski,
        ["Ice skating"] = Sport.Skate,
        ["Dance"] = Sport.Dance,
        ["Dancing"] = Sport.Dance,
        ["Zumba"] = Sport.Dance,
        ["Boxing"] = Sport.MartialArts,
        ["Wrestling"] = Sport.MartialArts,
        ["Fencing"] = Sport.MartialArts,
        ["Martial arts"] = Sport.MartialArts,
        ["Climbing"] = Sport.Climbing,
        ["Golf"] = Sport.Golf,
        ["Riding"] = Sport.Ride,
        ["Horse riding"] = Sport.Ride,
        ["Surfing"] = Sport.Paddle,
        ["Kitesurfing"] = Sport.Paddle,
        ["Windsurfing"] = Sport.Paddle,
    };

    internal static Sport Find(string? name) => name is null ? Sport.Other : Known.GetValueOrDefault(name.Trim());
}
