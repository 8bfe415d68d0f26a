using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>Fitbit's English names of exercises, as far as they load the legs in ways we tell apart; the rest is <see cref="Sport.Other"/>.</summary>
internal static class FitbitSports
{
    private static readonly Dictionary<string, Sport> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Walk"] = Sport.Walk,
        ["Walking"] = Sport.Walk,
        ["Run"] = Sport.Run,
        ["Running"] = Sport.Run,
        ["Treadmill"] = Sport.Run,
        ["Treadmill run"] = Sport.Run,
        ["Hike"] = Sport.Hike,
        ["Hiking"] = Sport.Hike,
        ["Bike"] = Sport.Cycle,
        ["Biking"] = Sport.Cycle,
        ["Outdoor Bike"] = Sport.Cycle,
        ["Mountain Biking"] = Sport.Cycle,
        ["Spinning"] = Sport.Cycle,
        ["Stationary bike"] = Sport.Cycle,
        ["Swim"] = Sport.Swim,
        ["Swimming"] = Sport.Swim,
        ["Rowing"] = Sport.Row,
        ["Rowing machine"] = Sport.Row,
        ["Weights"] = Sport.Strength,
        ["Weightlifting"] = Sport.Strength,
        ["Strength training"] = Sport.Strength,
        ["Workout"] = Sport.Strength,
        ["Circuit Training"] = Sport.Intervals,
        ["Interval Workout"] = Sport.Intervals,
        ["Aerobic Workout"] = Sport.Intervals,
        ["HIIT"] = Sport.Intervals,
        ["Bootcamp"] = Sport.Intervals,
        ["Sport"] = Sport.FieldSport,
        ["Soccer"] = Sport.FieldSport,
        ["Football"] = Sport.FieldSport,
        ["Basketball"] = Sport.FieldSport,
        ["Hockey"] = Sport.FieldSport,
        ["Tennis"] = Sport.RacketSport,
        ["Badminton"] = Sport.RacketSport,
        ["Squash"] = Sport.RacketSport,
        ["Dancing"] = Sport.Dance,
        ["Zumba"] = Sport.Dance,
        ["Elliptical"] = Sport.Elliptical,
        ["Stairclimber"] = Sport.Stairs,
        ["Stair climber"] = Sport.Stairs,
        ["Skiing"] = Sport.Ski,
        ["Snowboarding"] = Sport.Ski,
        ["Skating"] = Sport.Skate,
        ["Martial Arts"] = Sport.MartialArts,
        ["Kickboxing"] = Sport.MartialArts,
        ["Yoga"] = Sport.Yoga,
        ["Pilates"] = Sport.Yoga,
        ["Stretching"] = Sport.Stretching,
        ["Climbing"] = Sport.Climbing,
        ["Rock climbing"] = Sport.Climbing,
        ["Golf"] = Sport.Golf,
        ["Kayaking"] = Sport.Paddle,
        ["Canoeing"] = Sport.Paddle,
        ["Horseback riding"] = Sport.Ride,
    };

    internal static Sport Find(string? name) => name is null ? Sport.Other : Known.GetValueOrDefault(name.Trim());
}
