using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>Which legs a side stands for.</summary>
internal static class Sides
{
    /// <summary>Whether something of a side is of this leg. What nobody said a side of is of no leg in particular, and any leg fits one that is not known.</summary>
    public static bool Fits(Side? said, Side? leg) => leg is null || (said is { } side && (side & leg.Value) != 0);
}
