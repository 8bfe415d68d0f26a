using System.Globalization;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using ScottPlot;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>The one picture in the weekly mail: a metric's last eight weeks, a bar a day, this week's bars darker, and the mean of seven days.</summary>
internal static class DigestChart
{
    /// <summary>Pixels; shown at half that width, so that it is sharp on good screens.</summary>
    public const int Width = 1120, Height = 540;

    private const int DaysShown = 56, WeekDays = 7, DaysForMean = 4;
    private static readonly Color Ink = new("#3d4852"), Quiet = new("#b9c7d1"), Accent = new("#2f6f8f"), Line = new("#c2703d"), Grid = new("#e6ebee");

    /// <summary>The PNG, or null where no day is known.</summary>
    public static byte[]? Png(History history, Metric metric, DateOnly weekEnding)
    {
        var info = metric.Info();
        var (divisor, unit) = info.Unit == "min" ? (60.0, "hours") : (1.0, info.Unit);
        var last = history.IndexOf(weekEnding);
        var values = Enumerable.Range(last - DaysShown + 1, DaysShown)
            .Select(index => index >= 0 && index < history.Count ? history.Series(metric)[index] / divisor : null)
            .ToArray();
        if (values.All(value => value is null))
        {
            return null;
        }

        using var plot = new Plot();
        AddBars(plot, values, weekEnding);
        AddMean(plot, values, weekEnding);
        Style(plot, unit.Length == 0 ? $"{info.Label} a day" : $"{info.Label}, {unit} a day");
        NameMondays(plot, weekEnding);
        plot.Axes.SetLimits(At(weekEnding, -DaysShown - 1), At(weekEnding, 0) + 0.8, 0, 1.12 * values.Max(value => value ?? 0) + 1e-9);
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }

    private static void AddBars(Plot plot, double?[] values, DateOnly weekEnding)
    {
        List<Bar> bars = [];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                var color = i >= values.Length - WeekDays ? Accent : Quiet;
                bars.Add(new Bar { Position = At(weekEnding, i - values.Length + 1), Value = value, FillColor = color, LineWidth = 0, Size = 0.78 });
            }
        }

        plot.Add.Bars(bars);
    }

    /// <summary>The line breaks where a week knows too few days: a gap is not a value.</summary>
    private static void AddMean(Plot plot, double?[] values, DateOnly weekEnding)
    {
        List<Coordinates> run = [];
        for (var i = 0; i <= values.Length; i++)
        {
            var week = i < values.Length ? values[Math.Max(0, i - WeekDays + 1)..(i + 1)].OfType<double>().ToList() : [];
            if (week.Count >= DaysForMean)
            {
                run.Add(new Coordinates(At(weekEnding, i - values.Length + 1), week.Average()));
            }
            else if (run.Count > 0)
            {
                var line = plot.Add.ScatterLine(run);
                (line.Color, line.LineWidth) = (Line, 4);
                run = [];
            }
        }
    }

    /// <summary>Every second Monday by its date: more would not be read on a phone.</summary>
    private static void NameMondays(Plot plot, DateOnly weekEnding)
    {
        var mondays = Enumerable.Range(0, DaysShown / (2 * WeekDays)).Select(i => 1 - DaysShown + (2 * WeekDays * i)).ToList();
        plot.Axes.Bottom.SetTicks(
            [.. mondays.Select(days => At(weekEnding, days))],
            [.. mondays.Select(days => weekEnding.AddDays(days).ToString("d MMM", CultureInfo.InvariantCulture))]);
    }

    private static void Style(Plot plot, string title)
    {
        plot.Font.Set(ChartFont.Name);
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = Grid;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Axes.Color(Ink);
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        plot.Axes.Left.FrameLineStyle.IsVisible = false;
        plot.Axes.Left.MajorTickStyle.Length = plot.Axes.Left.MinorTickStyle.Length = 0;
        plot.Axes.Bottom.MinorTickStyle.Length = 0;
        plot.Axes.Title.Label.Text = title;
        plot.Axes.Title.Label.FontSize = 30;
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = Ink;
        plot.Axes.Left.TickLabelStyle.FontSize = plot.Axes.Bottom.TickLabelStyle.FontSize = 26;
    }

    private static double At(DateOnly weekEnding, int days) => weekEnding.AddDays(days).ToDateTime(TimeOnly.MinValue).ToOADate();
}
