using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

/// <summary>Every claim of the article on twitching near the knee, and the rule or strategy that carries it [risk factors 1].</summary>
public class CoverageTests
{
    private static readonly (string Claim, string CarriedBy)[] Article =
    [
        ("Often after exercise; fatigue and overexertion", "R01 R02 R04"),
        ("Stress, anxiety, tension", "R03 R04"),
        ("Fluid lack disturbs electrolytes", "R07 C15"),
        ("Low magnesium", "R08"),
        ("Low potassium", "R09"),
        ("Caffeine and other stimulants", "R10"),
        ("Nicotine", "R11"),
        ("Local strain, minor injury healing", "R12"),
        ("Nerve root compression", "C13"),
        ("Stimulants as medicine", "C14"),
        ("Diuretics", "C14"),
        ("Asthma medicines", "C14"),
        ("Statins", "C14"),
        ("Weeks or months, no clear reason, no relief", "RF1"),
        ("Weakness, trouble lifting the foot, gait change", "RF2"),
        ("Wasting: the muscle looks smaller", "RF3"),
        ("Twitching in many body parts", "RF4"),
        ("Severe cramps and spasms with the twitching", "RF5"),
        ("Sudden signs that need help now", "RF0"),
        ("Drinking water regularly", "S1"),
        ("Electrolyte drink or coconut water when exercising hard", "S2"),
        ("Magnesium foods", "S3"),
        ("Potassium foods", "S4"),
        ("Stretching and gentle massage", "S5"),
        ("Cutting caffeine and nicotine", "S6"),
        ("Regular good sleep", "S7 R05 R06"),
        ("Deep breathing, meditation", "S8"),
    ];

    public static TheoryData<string, string> Claims => new(Article);

    [Theory]
    [MemberData(nameof(Claims))]
    public void Every_claim_of_the_article_is_carried(string claim, string carriedBy) => Assert.All(
        carriedBy.Split(' '),
        id => Assert.True(RiskFactors.Find(id) is not null || Strategies.Find(id) is not null, $"'{claim}' has lost {id}"));

    [Fact]
    public void No_rule_or_strategy_is_there_without_a_claim()
    {
        var carried = Article.SelectMany(row => row.CarriedBy.Split(' ')).ToHashSet();

        Assert.Equal([], RiskFactors.All.Select(factor => factor.Id).Concat(Strategies.All.Select(strategy => strategy.Id)).Where(id => !carried.Contains(id)));
    }

    [Fact]
    public void Twelve_patterns_three_contexts_six_red_flags_in_order()
    {
        Assert.Equal(
            [
                "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12",
                "C13", "C14", "C15", "RF0", "RF1", "RF2", "RF3", "RF4", "RF5",
            ],
            RiskFactors.All.Select(factor => factor.Id));
        Assert.Equal((12, 3, 6), (Count(RuleKind.Pattern), Count(RuleKind.Context), Count(RuleKind.RedFlag)));

        static int Count(RuleKind kind) => RiskFactors.All.Count(factor => factor.Kind == kind);
    }

    [Fact]
    public void The_places_around_the_knee_can_be_written_down() =>
        Assert.All(new[] { "thigh_front", "thigh_back", "knee", "calf" }, place => Assert.True(Places.IsNearKnee(place)));

    [Fact]
    public void The_classes_of_medicines_are_known() => Assert.Equal(
        [MedicineClass.Stimulant, MedicineClass.Diuretic, MedicineClass.AsthmaMedicine, MedicineClass.Statin],
        new[] { "N06BA04", "C03AA03", "R03AC02", "C10AA05" }.Select(atc => Medicines.ClassOf(new Medicine { Name = "x", Atc = atc })));

    [Fact]
    public void How_common_it_is_is_said() => Assert.Contains("about 70 %", Tiers.BaseRates);
}
