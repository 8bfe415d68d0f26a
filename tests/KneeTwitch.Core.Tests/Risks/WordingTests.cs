using System.Text.RegularExpressions;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public partial class WordingTests
{
    [Fact]
    public void No_text_of_a_rule_or_strategy_gives_a_verdict_on_health()
    {
        string[] texts = [.. Literals(), .. Spoken()];

        Assert.True(texts.Length > 100);
        Assert.DoesNotContain(texts, text => Forbidden().IsMatch(text));
    }

    [Theory]
    [InlineData("This is the cause of it")]
    [InlineData("You are dehydrated")]
    [InlineData("a potassium deficiency")]
    [InlineData("Your values are normal")]
    [InlineData("There is nothing to worry about")]
    public void The_forbidden_words_are_found(string text) => Assert.Matches(Forbidden(), text);

    [Fact]
    public void No_rule_names_a_disease() => Assert.DoesNotContain(
        Spoken().Except(Strategies.All.SelectMany(strategy => strategy.Cautions)), text => Diseases().IsMatch(text));

    [Fact]
    public void The_texts_of_every_tier_are_spoken()
    {
        var spoken = Spoken().ToList();

        Assert.All(Enum.GetValues<Tier>().Except([Tier.None]), tier => Assert.Contains(spoken, text => text.Contains(Tiers.Says(tier), StringComparison.Ordinal)));
        Assert.Contains(spoken, text => text.Contains(Tiers.BaseRates, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_standing_has_words()
    {
        foreach (var factor in RiskFactors.All)
        {
            foreach (var standing in Enum.GetValues<Standing>())
            {
                var says = factor.Says(new Assessment
                {
                    Factor = factor.Id,
                    Day = Make.FirstDay,
                    Level = standing switch { Standing.Watch => 1, Standing.Flag or Standing.WaitingForData => 2, Standing.Strong => 3, _ => 0 },
                    Standing = standing,
                    Missing = "3 of 5 days this week",
                    Evidence = new Dictionary<string, double>(),
                    RuleVersion = factor.Version,
                });

                Assert.True(says.Length > 10, $"{factor.Id} {standing} says '{says}'");
            }
        }
    }

    [Fact]
    public void Every_rule_says_its_formula_its_evidence_and_what_it_cannot_see() => Assert.All(RiskFactors.All, factor =>
    {
        Assert.Matches("\\d", factor.Formula);
        Assert.Matches("^[ABCN]( to [ABCN])?$", factor.EvidenceTag);
        Assert.NotEmpty(factor.Basis);
        Assert.NotEmpty(factor.CannotSee);
        Assert.True(factor.Kind != RuleKind.Pattern || factor.Advice.Count > 0);
    });

    [Fact]
    public void Every_piece_of_advice_exists_and_has_cautions()
    {
        Assert.Equal(["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8"], Strategies.All.Select(strategy => strategy.Id));
        Assert.All(Strategies.All, strategy => Assert.NotEmpty(strategy.Cautions));
        Assert.All(RiskFactors.All.SelectMany(factor => factor.Advice), id => Assert.NotNull(Strategies.Find(id)));
    }

    [Theory]
    [InlineData(420, "7 hours", "7 h 00")]
    [InlineData(435, "7 h 15", "7 h 15")]
    [InlineData(371.6, "6 h 12", "6 h 12")]
    public void Minutes_are_told_in_hours(double minutes, string hours, string hoursAndMinutes)
    {
        Assert.Equal(hours, Wording.Hours(minutes));
        Assert.Equal(hoursAndMinutes, Wording.HoursAndMinutes(minutes));
    }

    /// <summary>What the rules say over a year of everything they can meet.</summary>
    private static IEnumerable<string> Spoken()
    {
        double?[] loads = [.. Make.Days(60, 40), .. Make.Days(120, 120), .. Make.Missing(60), .. Make.Days(60, 40)];
        var history = Make.History(
            Make.Wearer(Sex.Female, massKg: 60) with { HeightCm = 165 },
            Enumerable.Range(0, 290).Where(day => day % 5 == 0).Select(day => (day, Make.Session(Sport.Run, distanceM: 5000 + (day * day)))),
            (Metric.SleepMinutes, Make.Days(300, day => day is > 200 and < 250 ? null : 470 - (day / 2))),
            (Metric.WaterMl, Make.Days(300, day => day < 20 ? 4000 : 1500 - (4 * day))),
            (Metric.DrinkEntries, Make.Days(300, day => day % 9 == 8 ? 1 : 4)),
            (Metric.DrinkSpanMinutes, Make.Days(300, 500)),
            (Metric.LegMinutes, loads),
            (Metric.LegLoadKcal, loads),
            (Metric.StressScore, Make.Days(300, day => day is > 100 and < 200 ? 4 + (day % 6) : null)),
            (Metric.VendorStressScore, Make.Days(300, day => day < 60 ? 30 + (day % 3) : 80)),
            (Metric.HrvRmssdMs, Make.Days(300, day => day < 90 ? 45 + (day % 5) : 30)),
            (Metric.RestingHeartRateBpm, Make.Days(300, day => day < 90 ? 55 + (day % 3) : 64)),
            (Metric.MagnesiumMg, Make.Days(300, day => 300 - (day / 2.0))),
            (Metric.PotassiumMg, Make.Days(300, day => 2700 - (8 * day))),
            (Metric.DietaryEnergyKcal, Make.Days(300, 2200)),
            (Metric.CheckIn, Make.Days(300, day => day is > 150 and < 200 ? null : (double)CheckInItems.FoodComplete)),
            (Metric.CaffeineMg, Make.Days(300, day => day < 150 ? 2 * day : 100)),
            (Metric.CaffeineAtBedtimeMg, Make.Days(300, day => day)),
            (Metric.NicotineUnits, Make.Days(300, day => day < 150 ? day / 8.0 : 3)));
        var unknown = Make.History(Make.Wearer(Sex.Unknown, birthYear: 2014), [], (Metric.WaterMl, Make.Days(10, 500)));
        var random = new Random(5);
        var diaries = Enumerable.Range(0, 8).Select(_ => Make.Diary(200, DiaryLives.Of(200, [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())]))).ToList();
        return Analysis.Run(history).Concat(Analysis.Run(unknown)).Concat(diaries.SelectMany(Analysis.Run))
            .SelectMany(one => (string?[])[RiskFactors.Find(one.Factor)?.Says(one), one.Missing])
            .OfType<string>()
            .Concat(RiskFactors.All.SelectMany(factor => (string[])[factor.Name, factor.Looks, factor.Formula, factor.Basis, factor.CannotSee]))
            .Concat(Strategies.All.SelectMany(strategy => (string[])[strategy.Name, strategy.How, strategy.Evidence, .. strategy.Cautions]));
    }

    /// <summary>Every string in the sources of the rules, so that a sentence no test reaches is read as well.</summary>
    private static IEnumerable<string> Literals()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "KneeTwitch.sln")))
        {
            root = root.Parent;
        }

        Assert.NotNull(root);
        string[] folders = ["Risks", "Links", "Trials", "Alerts", "Weeks"];
        return folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root.FullName, "src", "KneeTwitch.Core", folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(File.ReadLines)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => Literal().Matches(line))
            .Select(match => match.Value);
    }

    [GeneratedRegex("\\bALS\\b|motor neur|sclerosis|parkinson|neuropath|radiculopath|sciatica|cauda equina|rhabdomyol|stroke|thrombos|hernia|embol|infarct|syndrome|tumou?r|cancer|myopath", RegexOptions.IgnoreCase)]
    private static partial Regex Diseases();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Literal();

    [GeneratedRegex("caus(e|ing)|deficien|dehydrat|disorder|normal|diagnos|patholog|you have (?!seen)|nothing to worry|you are fine|healthy|% risk|risk of|stop your medicine|injury risk|we monitor|will alert|detects|emergency help|potassium tablets|all clear", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
