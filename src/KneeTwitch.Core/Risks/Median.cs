namespace KneeTwitch.Core.Risks;

/// <summary>The middle value; the mean of the two middle ones where their number is even.</summary>
internal static class Median
{
    /// <param name="values">At least one; brought into order.</param>
    public static double Of(Span<double> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
