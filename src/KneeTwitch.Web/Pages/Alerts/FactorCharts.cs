namespace KneeTwitch.Web.Pages.Alerts;

/// <summary>The drawings of each factor. Where there are two, the one that the days have more numbers for is shown.</summary>
internal static class FactorCharts
{
    private static readonly ILookup<string, FactorChart> All = new (string Factor, FactorChart Chart)[]
    {
        ("R01", new() { Title = "Leg load of each week against the habit before", Measure = "Times the habit", Key = "load_ratio", Format = value => $"{Words.Number(value, 2)} times", Threshold = 1.5 }),
        ("R01", new() { Title = "Leg minutes of seven days", Measure = "Minutes of sport on the legs in 7 days", Key = "leg_minutes_7_days", Format = Words.Duration, IsMinutes = true, Threshold = 210 }),
        ("R05", new() { Title = "Sleep of each night", Measure = "Sleep", Key = "sleep_minutes", Format = Words.Duration, IsMinutes = true, Threshold = 420, ThresholdKey = "sleep_limit_minutes" }),
        ("R07", new() { Title = "Logged drinks of each day against the reference", Measure = "Share of the reference", Key = "fluid_ratio", Scale = 100, Format = value => $"{Words.Number(value, 0)}\u202F%", Threshold = 65 }),
    }.ToLookup(entry => entry.Factor, entry => entry.Chart);

    public static IEnumerable<FactorChart> For(string factor) => All[factor];
}
