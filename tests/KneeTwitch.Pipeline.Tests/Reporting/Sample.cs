using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Core.Weeks;
using KneeTwitch.Pipeline.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace KneeTwitch.Pipeline.Tests.Reporting;

/// <summary>An invented wearer's autumn: eight weeks of shortening nights, one open alert, one that ended.</summary>
internal static class Sample
{
    public static readonly Guid WearerId = new("0b5e6f10-0000-4000-8000-00000000000a");
    public static readonly DateOnly Sunday = new(2026, 11, 15);
    public static readonly DateTimeOffset Monday = new(2026, 11, 16, 7, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, double> SleepEvidence = new()
    {
        ["sleep_mean_7_nights_minutes"] = 396,
        ["sleep_limit_minutes"] = 420,
        ["days_known_of_7"] = 6,
        ["days_at_flag_of_7"] = 5,
    };

    public static DigestContent Content() => DigestContent.Of(Review(), History(), RiskFactors.All);

    public static DigestLetter Letter(MailOptions? options = null) =>
        new(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance, Options.Create(options ?? new MailOptions()), new FakeTimeProvider(Monday));

    public static WeekReview Review() => WeekReview.Of(History(), [.. Assessments(Sunday.AddDays(-7)), .. Assessments(Sunday)], Alerts(), Sunday);

    public static IEnumerable<DaySummary> Days() => Enumerable.Range(0, 56).Where(i => i % 11 != 5).Select(i => new DaySummary
    {
        Day = Sunday.AddDays(i - 55),
        Values =
        [
            Value(Metric.Steps, 7200 + (900 * (i % 7))),
            Value(Metric.SleepMinutes, 450 - (1.3 * i) + (14 * (i % 3))),
            Value(Metric.ActiveEnergyKcal, 420 + (30 * (i % 5))),
            .. i < 50 ? [Value(Metric.WaterMl, 1500 + (60 * (i % 4)))] : Array.Empty<DayValue>(),
            Value(Metric.RestingHeartRateBpm, 58 + (i % 3)),
        ],
    });

    public static Alert[] Alerts() =>
    [
        Alert("R05", Sunday.AddDays(-5), AlertState.Open, null),
        Alert("R01", Sunday.AddDays(-40), AlertState.Resolved, Sunday.AddDays(-3)),
    ];

    public static Assessment[] Assessments(DateOnly day) =>
    [
        Assessment("R01", day, 0, Standing.Clear, null),
        Assessment("R05", day, day == Sunday ? 2 : 1, day == Sunday ? Standing.Flag : Standing.Watch, null),
        Assessment("R07", day, 0, Standing.NotEnoughData, "drinks on 5 of the last 7 days"),
    ];

    private static History History() =>
        new(new Wearer { Id = WearerId, Name = "Ada <Demo>", Zones = ZoneHistory.Of("Europe/Berlin") }, Days(), Sunday);

    private static DayValue Value(Metric metric, double value) => new(metric, value, DayState.Measured, 1, "Watch");

    private static Alert Alert(string factor, DateOnly opened, AlertState state, DateOnly? cleared) => new()
    {
        WearerId = WearerId,
        Id = $"{factor}-{opened:yyyy-MM-dd}",
        Factor = factor,
        Level = 2,
        State = state,
        Since = opened.AddDays(-12),
        Opened = opened,
        Cleared = cleared,
        LastDay = cleared?.AddDays(-1) ?? Sunday,
        Evidence = new Dictionary<string, double>(),
        Changes =
        [
            new AlertChange(Monday, AlertWords.Opened, 2, "in the data"),
            .. cleared is null ? Array.Empty<AlertChange>() : [new AlertChange(Monday, AlertWords.Resolved, 0, $"cleared in the data on {cleared:yyyy-MM-dd}")],
        ],
    };

    private static Assessment Assessment(string factor, DateOnly day, int level, Standing standing, string? missing) => new()
    {
        Factor = factor,
        Day = day,
        Level = level,
        Standing = standing,
        Since = level > 0 ? day.AddDays(-12) : null,
        Missing = missing,
        Evidence = factor == "R05" ? SleepEvidence : [],
        RuleVersion = "1",
    };
}
