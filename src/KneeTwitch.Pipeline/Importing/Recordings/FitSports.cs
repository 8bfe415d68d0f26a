using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>FIT's sports, as far as they load the legs in ways we tell apart; the rest is <see cref="Sport.Other"/>.</summary>
internal static class FitSports
{
    private static readonly Dictionary<int, Sport> Sports = new()
    {
        [1] = Sport.Run,
        [2] = Sport.Cycle,
        [5] = Sport.Swim,
        [6] = Sport.FieldSport,
        [7] = Sport.FieldSport,
        [8] = Sport.RacketSport,
        [9] = Sport.FieldSport,
        [11] = Sport.Walk,
        [12] = Sport.Ski,
        [13] = Sport.Ski,
        [14] = Sport.Ski,
        [15] = Sport.Row,
        [16] = Sport.Hike,
        [17] = Sport.Hike,
        [19] = Sport.Paddle,
        [21] = Sport.Cycle,
        [25] = Sport.Golf,
        [27] = Sport.Ride,
        [30] = Sport.Skate,
        [31] = Sport.Climbing,
        [33] = Sport.Skate,
        [35] = Sport.Hike,
        [37] = Sport.Paddle,
        [38] = Sport.Paddle,
        [41] = Sport.Paddle,
        [42] = Sport.Paddle,
        [47] = Sport.MartialArts,
        [48] = Sport.Stairs,
        [53] = Sport.Swim,
        [62] = Sport.Intervals,
        [64] = Sport.RacketSport,
    };

    /// <summary>What training and the machines of a gym are about is only told by the sub-sport.</summary>
    private static readonly Dictionary<int, Sport> InTheGym = new()
    {
        [1] = Sport.Run,
        [5] = Sport.Cycle,
        [6] = Sport.Cycle,
        [14] = Sport.Row,
        [15] = Sport.Elliptical,
        [16] = Sport.Stairs,
        [19] = Sport.Stretching,
        [20] = Sport.Strength,
        [27] = Sport.Walk,
        [43] = Sport.Yoga,
        [44] = Sport.Yoga,
        [70] = Sport.Intervals,
    };

    internal static Sport Find(double? sport, double? subSport) =>
        sport is 0 or 4 or 10 or null ? InTheGym.GetValueOrDefault((int)(subSport ?? 0)) : Sports.GetValueOrDefault((int)sport);
}
