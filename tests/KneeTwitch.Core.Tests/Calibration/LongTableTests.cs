using System.Globalization;
using System.Text;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>The whole table of the false-alert budget and of what is found; README.md tells how it is run large and keeps what came out.</summary>
public sealed class LongTableTests(ITestOutputHelper output)
{
    private const string Setting = "KNEETWITCH_CALIBRATION_USERS";
    private const int Seed = 7_000_000, Within = 42;

    private static readonly (string Rule, string What, Change Change)[] Planted =
    [
        ("R01", "twice the load", new() { LoadFactor = 2 }),
        ("R02", "sport every day, alike", new() { IsEveryDay = true, LoadFactor = 1.2 }),
        ("R03", "stress + 4", new() { Stress = 4 }),
        ("R04", "HRV - 1 SD, pulse + 3 bpm", new() { HrvSpreads = 1, PulseBpm = 3 }),
        ("R04", "HRV - 1 SD, pulse + 5 bpm", new() { HrvSpreads = 1, PulseBpm = 5 }),
        ("R04", "HRV - 1.5 SD, pulse + 5 bpm", new() { HrvSpreads = 1.5, PulseBpm = 5 }),
        ("R05", "sleep 6 h 30", new() { SleepMinutes = -60 }),
        ("R05", "sleep 6 h", new() { SleepMinutes = -90 }),
        ("R06", "hours of sleep move by 2.5 h SD", new() { BedTimeJitter = 150 }),
        ("R07", "half of the drinks", new() { DrinksFactor = 0.55 }),
        ("R08", "60 % of the magnesium", new() { NutrientFactor = 0.6 }),
        ("R09", "60 % of the potassium", new() { NutrientFactor = 0.6 }),
        ("R10", "caffeine + 250 mg", new() { Caffeine = 250 }),
        ("R11", "12 nicotine units", new() { Nicotine = 12 }),
    ];

    [Fact]
    public void The_table_is_made_small_unless_its_size_is_set()
    {
        var users = int.TryParse(Environment.GetEnvironmentVariable(Setting), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : 4;

        var table = FalseFlags(users) + FoundPatterns(users);

        output.WriteLine(table);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, FormattableString.Invariant($"calibration-{users}.md")), table);
        Assert.All(Flags.Family, factor => Assert.Contains($"| {factor.Id} |", table));
    }

    private static string FalseFlags(int users)
    {
        var (typical, adverse) = (Flags.Lives(Habits.Typical, users, Seed), Flags.Lives(Habits.Adverse, users, Seed));
        var text = new StringBuilder("| Rule | typical | adverse |\n|---|---|---|\n");
        var sums = (Typical: new int[users], Adverse: new int[users]);
        foreach (var factor in Flags.Family)
        {
            var (one, other) = (Flags.Count(factor, typical), Flags.Count(factor, adverse));
            sums = ([.. sums.Typical.Zip(one, (a, b) => a + b)], [.. sums.Adverse.Zip(other, (a, b) => a + b)]);
            text.Append(Line($"| {factor.Id} | {Flags.Rate(one, users):0.000} | {Flags.Rate(other, users):0.000} |"));
        }

        text.Append(Line($"| all | {Flags.Rate(sums.Typical, users):0.000} | {Flags.Rate(sums.Adverse, users):0.000} |"));
        foreach (var loose in Loosened.All)
        {
            var rule = RiskFactors.Find(loose.Factor.Id) ?? loose.Factor;
            text.Append(Line($"| all, {loose.What} | {Without(typical, sums.Typical, rule, loose.Factor):0.000} | {Without(adverse, sums.Adverse, rule, loose.Factor):0.000} |"));
        }

        foreach (var phi in new[] { 0, 0.3, 0.5, 0.7 })
        {
            text.Append(Line($"| ladder alone, phi {phi} | {LadderLives.Rate(phi, users, Ladder.Grade, Seed):0.000} | |"));
        }

        return text.ToString();
    }

    /// <summary>The rate of the family with one rule replaced.</summary>
    private static double Without(History[] lives, int[] all, RiskFactor rule, RiskFactor variant) =>
        Flags.Rate(all, lives.Length) - Flags.Rate(Flags.Count(rule, lives), lives.Length) + Flags.Rate(Flags.Count(variant, lives), lives.Length);

    private static string FoundPatterns(int users)
    {
        var text = new StringBuilder("\n| Rule | planted | found in 42 days | median days |\n|---|---|---|---|\n");
        foreach (var (rule, what, change) in Planted)
        {
            var days = Enumerable.Range(0, users).AsParallel().Select(user => DaysToFlag(rule, change, Seed + user)).Where(day => day <= Within).Order().ToList();
            var median = days.Count > 0 ? days[days.Count / 2].ToString(CultureInfo.InvariantCulture) : "-";
            text.Append(Line($"| {rule} | {what} | {100.0 * days.Count / users:0} % | {median} |"));
        }

        return text.ToString();
    }

    /// <summary>Days until the planted pattern is flagged, the first of it being 1; lives already flagged when it begins are of no use and count as not found.</summary>
    private static int DaysToFlag(string rule, Change change, int seed)
    {
        var history = Life.Of(Habits.Typical, seed, Flags.WarmUpDays + Within, change with { FromDay = Flags.WarmUpDays });
        var factor = RiskFactors.Find(rule);
        var days = factor is null ? [] : Analysis.Run(factor, history);
        var first = Enumerable.Range(Flags.WarmUpDays, Within).FirstOrDefault(day => days[day].Level >= 2, int.MaxValue - 1);
        return days[Flags.WarmUpDays - 1].Level >= 2 ? int.MaxValue : first - Flags.WarmUpDays + 1;
    }

    private static string Line(FormattableString line) => FormattableString.Invariant(line) + "\n";
}
