namespace KneeTwitch.Demo;

/// <summary>Drinks, coffee and food as the wearer logs them: several entries over the whole day.</summary>
internal static class DemoIntake
{
    private const double FirstHour = 7.6, LastHour = 20.8, FirstCupHour = 8.2, CupHours = 9.2, CoffeeMg = 95;

    internal static void Write(HealthXml xml, DemoClock clock, double workoutHours, double temperatureC, Random random)
    {
        var total = clock.Plan.DrinksMl(clock.Day, workoutHours, temperatureC, random);
        var shares = Enumerable.Range(0, random.Next(5, 9)).Select(_ => random.Between(0.7, 1.3)).ToList();
        for (var i = 0; i < shares.Count; i++)
        {
            var at = clock.At(FirstHour + ((LastHour - FirstHour) * i / (shares.Count - 1)) + random.Between(-0.2, 0.2));
            xml.Quantity("DietaryWater", HealthXml.Diary, "mL", at, at, Math.Round(total * shares[i] / shares.Sum()));
        }

        var cups = clock.Plan.Cups(clock.Day);
        for (var cup = 0; cup < cups; cup++)
        {
            var at = clock.At(FirstCupHour + (CupHours * cup / cups) + random.Between(0, 0.4));
            xml.Quantity("DietaryCaffeine", HealthXml.Diary, "mg", at, at, Math.Round(CoffeeMg + (2 * random.Normal())));
        }

        clock.Plan.Food(clock.Day, random)?.Write(xml, clock);
    }
}
