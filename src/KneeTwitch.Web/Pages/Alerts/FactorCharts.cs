namespace KneeTwitch.Web.Pages.Alerts;

/// <summary>The drawings of each factor. Where there are two, the one that the days have more numbers for is shown.</summary>
internal static class FactorCharts
{
    private static readonly ILookup<string, FactorChart> All = new (string Factor, FactorChart Chart)[]
    {
        ("R01", new() { Title = "Leg load of each week against the habit before", Measure = "Times the habit", Key = "load_ratio", Days = 7, Format = value => $"{Words.Number(value, 2)} times", Threshold = 1.5 }),
        ("R01", new() { Title = "Leg minutes of seven days", Measure = "Minutes of sport on the legs in 7 days", Key = "leg_minutes_7_days", Days = 7, Format = Words.Duration, IsMinutes = true, Threshold = 210 }),
        ("R02", new() { Title = "How alike the days of each week were", Measure = "Mean leg load over its spread", Key = "monotony_7_days", Days = 7, Format = value => Words.Number(value, 2), Threshold = 2.0 }),
        ("R03", new() { Title = "Stress as you rated it", Measure = "Stress, 0 to 10", Key = "stress_score", Format = value => Words.Number(value, 1), Threshold = 7 }),
        ("R04", new() { Title = "Resting heart rate of each week", Measure = "Resting heart rate", Key = "resting_heart_rate_7_days_bpm", Days = 7, Format = value => $"{Words.Number(value, 0)} bpm", Threshold = 70, ThresholdKey = "resting_heart_rate_flag_bpm" }),
        ("R04", new() { Title = "Heart-rate variability of each week", Measure = "Heart-rate variability", Key = "hrv_7_nights_ms", Days = 7, Format = value => $"{Words.Number(value, 0)} ms", Threshold = 30, ThresholdKey = "hrv_flag_ms" }),
        ("R05", new() { Title = "Sleep of each night", Measure = "Sleep", Key = "sleep_minutes", Format = Words.Duration, IsMinutes = true, Threshold = 420, ThresholdKey = "sleep_limit_minutes" }),
        ("R06", new() { Title = "Sleep Regularity Index of each two weeks", Measure = "Regularity of sleep", Key = "sleep_regularity_index", Days = 14, Format = value => Words.Number(value, 0), Threshold = 65.1 }),
        ("R07", new() { Title = "Logged drinks of each day against the reference", Measure = "Share of the reference", Key = "fluid_ratio", Scale = 100, Format = value => $"{Words.Number(value, 0)}\u202F%", Threshold = 65 }),
        ("R08", new() { Title = "Logged magnesium of each four weeks", Measure = "Magnesium a day", Key = "magnesium_mean_mg", Days = 28, Format = Milligrams, Threshold = 265, ThresholdKey = "magnesium_reference_mg" }),
        ("R09", new() { Title = "Logged potassium of each four weeks", Measure = "Potassium a day", Key = "potassium_mean_mg", Days = 28, Format = Milligrams, Threshold = 1820, ThresholdKey = "potassium_flag_mg" }),
        ("R10", new() { Title = "Logged caffeine of each day", Measure = "Caffeine", Key = "caffeine_mg", Format = Milligrams, Threshold = 400, ThresholdKey = "caffeine_limit_mg" }),
        ("R11", new() { Title = "Logged nicotine of each day", Measure = "Nicotine units", Key = "nicotine_units", Format = value => Words.Number(value, 0), Threshold = 10 }),
        ("R12", new() { Title = "Worst soreness of a leg on each day", Measure = "Soreness, 0 to 10", Key = "soreness_worst", Format = value => Words.Number(value, 0), Threshold = 5 }),
        ("C13", new() { Title = "Days with signs from the back and leg, of the last 14", Measure = "Days that count", Key = "nerve_root_days_14", Format = value => Words.Number(value, 0), Threshold = 4 }),
        ("C14", new() { Title = "Days between a medicine's start and the twitching", Measure = "Days after the start", Key = "twitching_days_after_start", Format = value => Words.Number(value, 0), Threshold = 56 }),
        ("C15", new() { Title = "Estimated sweat in sport", Measure = "Sweat", Key = "sweat_litres", Format = value => $"{Words.Number(value, 1)} l", Threshold = 1 }),
        ("RF0", new() { Title = "Answers with yes to the questions on sudden signs", Measure = "Answers with yes", Key = "answers_yes", Format = value => Words.Number(value, 0), Threshold = 1 }),
        ("RF1", new() { Title = "Days with twitching near the knee, of the last 7", Measure = "Twitch days", Key = "twitch_days_7", Format = value => Words.Number(value, 0), Threshold = 3 }),
        ("RF2", new() { Title = "Answers with yes to the questions on weakness", Measure = "Answers with yes", Key = "answers_yes", Format = value => Words.Number(value, 0), Threshold = 1 }),
        ("RF3", new() { Title = "Change of the difference between the legs", Measure = "Change by tape", Key = "girth_change_cm", Format = value => $"{Words.Number(value, 1)} cm", Threshold = 2 }),
        ("RF4", new() { Title = "Regions of the body with twitches, in 14 days", Measure = "Regions", Key = "twitch_regions_14_days", Format = value => Words.Number(value, 0), Threshold = 3 }),
        ("RF5", new() { Title = "Days with a severe cramp, of the last 14", Measure = "Days with a severe cramp", Key = "severe_cramp_days_14", Format = value => Words.Number(value, 0), Threshold = 3 }),
    }.ToLookup(entry => entry.Factor, entry => entry.Chart);

    private static string Milligrams(double value) => $"{Words.Number(value, 0)} mg";

    public static IEnumerable<FactorChart> For(string factor) => All[factor];
}
