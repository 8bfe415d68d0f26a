using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class RuleSheetTests
{
    [Fact]
    public void Every_rule_that_is_judged_is_explained() => Assert.Equal(RiskFactors.All.Select(factor => factor.Id), RuleSheet.All.Select(rule => rule.Id));

    [Fact]
    public void What_is_explained_is_what_the_rule_itself_says() => Assert.All(RiskFactors.All, factor =>
    {
        var rule = RuleSheet.Of(factor);

        Assert.Equal(
            (factor.Name, factor.Version, factor.Looks, factor.Formula, factor.EvidenceTag, factor.Basis, factor.Quality, factor.CannotSee),
            (rule.Name, rule.Version, rule.Looks, rule.Formula, rule.EvidenceTag, rule.Basis, rule.QualityTag, rule.CannotSee));
        Assert.Equal(factor.Advice, rule.Strategies.Select(strategy => strategy.Id));
        Assert.NotEmpty(rule.Evidence);
        Assert.Matches("^[DPS](/[DPS])?$", rule.QualityTag);
    });

    [Fact]
    public void A_rule_that_counts_days_says_how_many_make_a_pattern() => Assert.StartsWith(
        "Grade 1 on 4 of 7 nights (at least 5 known) is a watch; grade 2 or 3 so often this week and in one of the two before, a flag or strong. It stands until 8 of at least 10 known nights of the last 14 are clean;",
        RuleSheet.Find("r05")?.Persistence,
        StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_compares_with_the_wearer_s_usual_says_that_it_freezes()
    {
        Assert.Contains("frozen", RuleSheet.Find("R01")?.Persistence, StringComparison.Ordinal);
        Assert.DoesNotContain("frozen", RuleSheet.Find("R05")?.Persistence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_windows_does_not_count_days() => Assert.StartsWith("The windows of the formula", RuleSheet.Find("R08")?.Persistence, StringComparison.Ordinal);

    [Theory]
    [InlineData("R11", "no usable human data found to a label, a mechanism or a neighbouring symptom", "what you say yourself")]
    [InlineData("R01", "clinical series or guideline", "direct measurement, proxy")]
    public void Letters_are_put_into_words(string id, string evidence, string quality)
    {
        var rule = RuleSheet.Find(id);

        Assert.Equal((evidence, quality), (rule?.Evidence, rule?.Quality));
    }

    [Fact]
    public void There_is_no_sheet_of_a_rule_that_is_not_judged() => Assert.Null(RuleSheet.Find("R99"));
}
