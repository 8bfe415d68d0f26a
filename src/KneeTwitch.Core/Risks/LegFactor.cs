using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>How much of a session's load the legs carry.</summary>
public static class LegFactor
{
    /// <summary>1 where the legs do the work, 0 where they rest, 0.5 for swimming, for mixed work, and where the sport does not tell.</summary>
    public static double Of(Sport sport) => sport switch
    {
        Sport.UpperBodyStrength or Sport.Wheelchair or Sport.Paddle or Sport.Stretching => 0,
        Sport.Swim or Sport.Strength or Sport.Yoga or Sport.Climbing or Sport.Golf or Sport.Ride or Sport.Other => 0.5,
        _ => 1,
    };
}
