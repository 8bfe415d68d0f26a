using System.Globalization;

namespace KneeTwitch.Web.Charts;

/// <summary>Where days and values lie in a chart's drawing: days from left to right, values from zero upwards.</summary>
internal sealed class ChartFrame
{
    public const int Left = 50, Right = 10, Top = 14, Bottom = 28;

    private readonly DateOnly first;
    private readonly int days;

    private ChartFrame(int width, int height, DateOnly first, int days, double max, double step)
    {
        Width = width;
        Height = height;
        this.first = first;
        this.days = days;
        Max = max;
        Step = step;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The value at the upper edge: a whole number of steps.</summary>
    public double Max { get; }

    /// <summary>The distance between two lines of the grid.</summary>
    public double Step { get; }

    public double PlotWidth => Width - Left - Right;

    public double PlotHeight => Height - Top - Bottom;

    public double DayWidth => PlotWidth / days;

    /// <summary>The values of the grid, zero first.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round(Max / Step) + 1).Select(i => i * Step);

    /// <param name="points">In the order of days, one a day; may be empty.</param>
    /// <param name="threshold">A line that must be inside the frame, or null.</param>
    /// <param name="isMinutes">Minutes are divided in hours, everything else in tens.</param>
    public static ChartFrame Of(int width, int height, IReadOnlyList<SeriesPoint> points, double? threshold, bool isMinutes)
    {
        var highest = points.Select(point => point.Value ?? 0).Append(threshold ?? 0).Max();
        var step = StepFor(highest <= 0 ? 1 : highest, isMinutes);
        var max = Math.Max(step, Math.Ceiling(highest * 1.04 / step) * step);
        return new ChartFrame(width, height, points.Count > 0 ? points[0].Day : default, Math.Max(1, points.Count), max, step);
    }

    /// <summary>The left edge of a day's column.</summary>
    public double X(DateOnly day) => Left + ((day.DayNumber - first.DayNumber) * DayWidth);

    public double Y(double value) => Top + (PlotHeight * (1 - (value / Max)));

    /// <summary>A length for an attribute: at most one decimal, with a point in every language.</summary>
    public static string Attribute(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    internal static double StepFor(double highest, bool isMinutes)
    {
        var rough = highest / 4;
        if (isMinutes && rough > 12)
        {
            double[] minutes = [15, 30, 60, 120, 180, 240, 360];
            return minutes.FirstOrDefault(step => step >= rough, 720);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10);
    }
}
