namespace KneeTwitch.Core.Readings;

/// <summary>Values of <see cref="Metric.WorkoutSport"/>; the numbers are stored. How much a sport loads the legs: see the load rule.</summary>
public enum Sport
{
    Other = 0,
    Walk = 1,
    Run = 2,
    Hike = 3,
    Cycle = 4,
    Row = 5,
    Swim = 6,
    LegStrength = 7,
    UpperBodyStrength = 8,
    Strength = 9,
    FieldSport = 10,
    RacketSport = 11,
    Dance = 12,
    Elliptical = 13,
    Stairs = 14,
    Ski = 15,
    Skate = 16,
    MartialArts = 17,
    Intervals = 18,
    Yoga = 19,
    Stretching = 20,
    Climbing = 21,
    Wheelchair = 22,
    Paddle = 23,
    Golf = 24,
    Ride = 25,
}
