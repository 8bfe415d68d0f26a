using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class FreezeTests
{
    [Fact]
    public void A_flag_of_a_personal_rule_freezes_its_baseline_for_56_days_or_until_it_clears()
    {
        var asked = new List<int>();
        var rule = Rule(isPersonal: true, (_, day, baselineDay) =>
        {
            asked.Add(day - baselineDay);
            return new DayGrade { Grade = 2, IsClean = false };
        });

        var days = Analysis.Run(rule, Steps(80));

        // The flag comes on day 11; its baseline counts from day 12 to day 67.
        Assert.Equal(2, days[11].Level);
        Assert.Equal([.. Enumerable.Repeat(0, 12), .. Enumerable.Range(1, 56), .. Enumerable.Repeat(0, 12)], asked);
        Assert.False(days[11].Evidence.ContainsKey("baseline_frozen_days"));
        Assert.Equal(1, days[12].Evidence["baseline_frozen_days"]);
        Assert.False(days[67].Evidence.ContainsKey("new_usual_days"));
        Assert.Equal((56, 1), (days[68].Evidence["baseline_frozen_days"], days[68].Evidence["new_usual_days"]));
    }

    [Fact]
    public void The_freeze_ends_with_the_flag()
    {
        var asked = new List<int>();
        var rule = Rule(isPersonal: true, (_, day, baselineDay) =>
        {
            asked.Add(day - baselineDay);
            return new DayGrade { Grade = day < 14 ? 2 : 0, IsClean = day >= 14 };
        });

        var days = Analysis.Run(rule, Steps(30));

        Assert.Equal(0, days[21].Level);
        Assert.Equal(10, asked[21]);
        Assert.All(asked.Skip(22), ago => Assert.Equal(0, ago));
    }

    [Fact]
    public void An_absolute_rule_has_nothing_to_freeze()
    {
        var rule = Rule(isPersonal: false, (_, day, baselineDay) => new DayGrade { Grade = day == baselineDay ? 2 : 0, IsClean = false });

        Assert.Equal(2, Analysis.Run(rule, Steps(40))[^1].Level);
    }

    [Fact]
    public void A_lasting_change_of_load_becomes_the_new_usual_after_eight_weeks()
    {
        double?[] loads = [.. Make.Days(100, d => d % 2 == 0 ? 60 : 40), .. Make.Days(100, d => d % 2 == 0 ? 120 : 110)];
        var history = Make.History((Metric.LegLoadKcal, loads), (Metric.LegMinutes, loads));

        var days = Analysis.Run(TrainingLoad.Factor, history);

        var flagged = days.Where(day => day.Level >= 2).ToList();
        var usual = flagged.First(day => day.Evidence.ContainsKey("new_usual_days"));
        Assert.Equal(57, usual.Day.DayNumber - flagged[0].Day.DayNumber);
        Assert.Contains("this looks like your new usual", TrainingLoad.Factor.Says(usual));
        Assert.Equal(0, days[^1].Level);
        Assert.Equal("clear", LevelChange.Of(days)[^1].Reason);
    }

    [Fact]
    public void A_rule_with_a_daily_z_is_dated_by_its_cumulative_sum()
    {
        // A slow drift that only becomes a hit on day 20, but left zero on day 12.
        var rule = Rule(isPersonal: true, (_, day, _) => new DayGrade { Grade = day < 20 ? 0 : 2, IsClean = false, Z = day < 12 ? 0 : 1.2, Phi = 0 });

        var days = Analysis.Run(rule, Steps(40));

        var raised = days.First(day => day.Level == 2);
        Assert.Equal(Make.FirstDay.AddDays(12), raised.Since);
    }

    private static History Steps(int count) => Make.History((Metric.Steps, Make.Days(count, 5000)));

    private static RiskFactor Rule(bool isPersonal, Func<History, int, int, DayGrade> grade) => new()
    {
        Id = "R99",
        Key = "invented",
        Name = "Invented",
        Version = "1",
        Looks = "An invented rule.",
        Formula = "",
        EvidenceTag = "N",
        Basis = "",
        CannotSee = "",
        Advice = [],
        Grade = grade,
        IsPersonal = isPersonal,
        FirstSeen = _ => 0,
        Says = _ => "",
    };
}
