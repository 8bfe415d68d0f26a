using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Web.Charts;

namespace KneeTwitch.Web.Pages.Alerts;

/// <summary>What is drawn as a factor's evidence: one number of the ledger a day, and the line it is judged by.</summary>
public sealed record FactorChart
{
    /// <summary>What is drawn, as the title of a chart.</summary>
    public required string Title { get; init; }

    /// <summary>The quantity's name, over a column of numbers.</summary>
    public required string Measure { get; init; }

    /// <summary>The name of the number among the evidence of a day.</summary>
    public required string Key { get; init; }

    /// <summary>How a value is written.</summary>
    public required Func<double, string> Format { get; init; }

    /// <summary>What a value of the evidence is multiplied with before it is drawn: 100 for a share that is drawn in percent.</summary>
    public double Scale { get; init; } = 1;

    public bool IsMinutes { get; init; }

    /// <summary>How many days, up to its own, each value is made of.</summary>
    public int Days { get; init; } = 1;

    /// <summary>A flag begins beyond this line.</summary>
    public required double Threshold { get; init; }

    /// <summary>The name of the number that carries the line where it is not the same for everybody.</summary>
    public string? ThresholdKey { get; init; }

    /// <summary>Every day of the span, the silent ones with null.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; init; } = [];

    public string ThresholdLabel => $"Flag: {Format(Threshold)}";

    /// <summary>Null where the factor has no drawing, or the span holds nothing of it.</summary>
    public static FactorChart? Of(string factor, DateOnly first, DateOnly last, IReadOnlyList<StoredAssessment> ledger)
    {
        var days = ledger.ToDictionary(row => row.Day, row => row.Evidence);
        return FactorCharts.For(factor)
            .Select(chart => chart.With(first, last, days))
            .Where(chart => chart.Points.Any(point => point.Value is not null))
            .MaxBy(chart => chart.Points.Count(point => point.Value is not null));
    }

    private FactorChart With(DateOnly first, DateOnly last, Dictionary<DateOnly, Dictionary<string, double>> days)
    {
        var span = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
        var line = ThresholdKey is null ? null : days.OrderByDescending(day => day.Key).Select(day => Number(day.Value, ThresholdKey)).FirstOrDefault(value => value is not null);
        return this with
        {
            Threshold = line ?? Threshold,
            Points = [.. span.Select(day => new SeriesPoint(day, days.TryGetValue(day, out var evidence) ? Number(evidence, Key) * Scale : null))],
        };
    }

    private static double? Number(Dictionary<string, double> evidence, string key) => evidence.TryGetValue(key, out var value) ? value : null;
}
