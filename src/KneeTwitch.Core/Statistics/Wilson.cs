namespace KneeTwitch.Core.Statistics;

/// <summary>The 95 % score interval of a share.</summary>
public static class Wilson
{
    /// <param name="hits">0 to <paramref name="count"/>.</param>
    /// <param name="count">At least 1.</param>
    public static (double Low, double High) Interval(int hits, int count)
    {
        const double z2 = Normal.Upper975 * Normal.Upper975;
        var share = (double)hits / count;
        var middle = (share + (z2 / (2 * count))) / (1 + (z2 / count));
        var half = Normal.Upper975 * Math.Sqrt((share * (1 - share) / count) + (z2 / (4.0 * count * count))) / (1 + (z2 / count));
        return (middle - half, middle + half);
    }
}
