using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Risks;

/// <summary>
/// Reference intakes in mg a day [risk factors 8]: the US requirement of magnesium [IOM1997] and adequate intake of potassium [NASEM2019], with the
/// European adequate intakes [EFSA2015-Mg] [EFSA2016-K] as a second line.
/// </summary>
/// <param name="MagnesiumEar">Estimated average requirement.</param>
/// <param name="MagnesiumAiEurope">European adequate intake.</param>
/// <param name="PotassiumAi">Adequate intake.</param>
/// <param name="PotassiumAiEurope">European adequate intake.</param>
/// <param name="MagnesiumDeviation">Pooled day-to-day standard deviation of magnesium [IOM2000].</param>
/// <param name="PotassiumDeviation">The same of potassium.</param>
internal sealed record NutrientReference(
    double MagnesiumEar,
    double MagnesiumAiEurope,
    double PotassiumAi,
    double PotassiumAiEurope,
    double MagnesiumDeviation,
    double PotassiumDeviation)
{
    /// <summary>The 14 to 18 row holds to 18, the younger adult row to 30.</summary>
    private const int LastTeenRow = 18, LastYoungRow = 30;

    private const double MenMg = 122, WomenMg = 86, MenK = 1147, WomenK = 851;

    /// <summary>Null where the wearer's sex is not known. An unknown age takes the younger adult row, which asks for less.</summary>
    public static NutrientReference? Of(Wearer wearer, DateOnly day)
    {
        var age = wearer.AgeOn(day) ?? LastYoungRow;
        var isYoung = age <= LastYoungRow;
        return wearer.Sex switch
        {
            Sex.Male when age <= LastTeenRow => Men(340, 300, 3000),
            Sex.Male => Men(isYoung ? 330 : 350, 350, 3400),
            Sex.Female when wearer.IsPregnantOn(day) => Women(isYoung ? 290 : 300, 300, 2900, 3500),
            Sex.Female when wearer.IsLactatingOn(day) => Women(isYoung ? 255 : 265, 300, 2800, 4000),
            Sex.Female when age <= LastTeenRow => Women(300, 250, 2300, 3500),
            Sex.Female => Women(isYoung ? 255 : 265, 300, 2600, 3500),
            _ => null,
        };
    }

    private static NutrientReference Men(double ear, double ai, double potassium) => new(ear, ai, potassium, 3500, MenMg, MenK);

    private static NutrientReference Women(double ear, double ai, double potassium, double potassiumEurope) => new(ear, ai, potassium, potassiumEurope, WomenMg, WomenK);
}
