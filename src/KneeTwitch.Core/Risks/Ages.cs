using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Risks;

/// <summary>Which row of a rule's numbers holds. Where the birth year is not known, the wearer is judged as an adult.</summary>
internal static class Ages
{
    public const int Youngest = 14, Adult = 18;

    /// <summary>Below 14 only the diary and the red flags work.</summary>
    public static bool IsTooYoung(Wearer wearer, DateOnly day) => wearer.AgeOn(day) < Youngest;

    /// <summary>14 to 17: the teen rows, where a rule has some; else its only row holds.</summary>
    public static bool IsTeen(Wearer wearer, DateOnly day) => wearer.AgeOn(day) is >= Youngest and < Adult;
}
