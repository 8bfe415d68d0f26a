namespace KneeTwitch.Demo;

/// <summary>What a day's meals hold together.</summary>
internal sealed record DemoFood(double Kcal, double MagnesiumMg, double PotassiumMg)
{
    private static readonly double[] Hours = [7.4, 12.6, 19.2];

    internal void Write(HealthXml xml, DemoClock clock)
    {
        foreach (var hour in Hours)
        {
            var at = clock.At(hour);
            xml.Quantity("DietaryEnergyConsumed", HealthXml.Diary, "kcal", at, at, Math.Round(Kcal / Hours.Length));
            xml.Quantity("DietaryMagnesium", HealthXml.Diary, "mg", at, at, Math.Round(MagnesiumMg / Hours.Length));
            xml.Quantity("DietaryPotassium", HealthXml.Diary, "mg", at, at, Math.Round(PotassiumMg / Hours.Length));
        }
    }
}
