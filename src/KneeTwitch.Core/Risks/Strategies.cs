namespace KneeTwitch.Core.Risks;

/// <summary>The relief strategies S1 to S8. None of them is a treatment; each is printed with its cautions.</summary>
public static class Strategies
{
    /// <summary>The strategies that bring potassium.</summary>
    internal const string ElectrolyteDrink = "S2", PotassiumFoods = "S4";

    private const string Untested = "No study has tested this against twitching.";

    public static IReadOnlyList<Strategy> All { get; } =
    [
        new(
            "S1",
            "Drink water through the day",
            "Reach at least 80 % of the day's reference, spread over the day.",
            Untested,
            ["With heart or kidney disease, ask first.", "Do not force fluids: drinking far beyond thirst can be dangerous."]),
        new(
            ElectrolyteDrink,
            "Electrolyte drink or coconut water",
            "One serving after a hard session of more than 60 to 90 minutes, or in the heat.",
            "Expert reports on cramps in salt-depleted athletes; trials disagree. Not tested against twitching.",
            [
                "Mind the sugar and the sodium.",
                "Coconut water is rich in potassium: not with kidney disease, an ACE inhibitor, an ARB or a potassium-sparing diuretic.",
            ]),
        new(
            "S3",
            "Foods rich in magnesium",
            "Two servings a day: spinach, leafy greens, beans, lentils, avocado.",
            "Not tested against twitching. Supplements did no better than placebo for cramps.",
            ["Food first; the upper level for supplements is 350 mg a day in the US, 250 mg in the EU.", "With kidney disease, ask first."]),
        new(
            PotassiumFoods,
            "Foods rich in potassium",
            "Two servings a day: banana, sweet potato, melon.",
            Untested,
            ["Food only, no tablets.", "Not with kidney disease or a medicine that raises potassium."]),
        new(
            "S5",
            "Stretching and gentle massage",
            "5 to 10 minutes a day, gently.",
            "Stretching stops an exercise cramp while it lasts. Not tested against twitching.",
            ["Stop on sharp pain.", "No massage of a hot, swollen calf."]),
        new(
            "S6",
            "Less caffeine and nicotine",
            "Step down by a quarter each week.",
            "People who twitch often name caffeine; no study has tested cutting it.",
            ["Cutting down can bring headache and low mood for some days.", "For nicotine there are services that help with quitting."]),
        new(
            "S7",
            "Regular, longer sleep",
            "The same wake time within 30 minutes every day, and a window of at least 7 hours.",
            "Good general evidence for sleep. Not tested against twitching.",
            ["With loud snoring, or trouble sleeping for more than 3 months, see a clinician."]),
        new(
            "S8",
            "Slow breathing or meditation",
            "5 to 10 minutes a day at about 6 breaths a minute.",
            "Controlled studies show an effect on heart-rate variability during and after it. Not tested against twitching.",
            ["Stop if you feel dizzy.", "Measure heart-rate variability before the exercise, not during it."]),
    ];

    /// <summary>The strategy with an id such as S7, or null.</summary>
    public static Strategy? Find(string id) => All.FirstOrDefault(strategy => string.Equals(strategy.Id, id, StringComparison.OrdinalIgnoreCase));
}
