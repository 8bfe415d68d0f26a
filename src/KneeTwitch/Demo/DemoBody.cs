namespace KneeTwitch.Demo;

/// <summary>Height once, weight once a week, and how the phone in the pocket saw the wearer walk.</summary>
internal static class DemoBody
{
    internal static void Write(HealthXml xml, DemoClock clock, bool isWorn, Random random)
    {
        if (clock.Day.DayOfWeek == DayOfWeek.Monday)
        {
            var at = clock.At(7.1);
            xml.Quantity("BodyMass", "Bathroom Scale", "kg", at, at, Math.Round(DemoPlan.MassKg + (0.3 * random.Normal()), 1));
        }

        if (clock.Day == clock.Plan.First)
        {
            xml.Quantity("Height", HealthXml.Phone, "cm", clock.At(7), clock.At(7), DemoPlan.HeightCm);
        }

        for (var walk = 0; walk < 3; walk++)
        {
            var start = clock.At(8.5 + (4.2 * walk) + random.Between(0, 1));
            var end = start.AddMinutes(2);
            xml.Quantity("WalkingSpeed", HealthXml.Phone, "km/hr", start, end, 4.9 + (0.15 * random.Normal()));
            xml.Quantity("WalkingStepLength", HealthXml.Phone, "cm", start, end, 71 + random.Normal());
            xml.Quantity("WalkingDoubleSupportPercentage", HealthXml.Phone, "%", start, end, 0.28 + (0.006 * random.Normal()));
            xml.Quantity("WalkingAsymmetryPercentage", HealthXml.Phone, "%", start, end, Math.Clamp(0.02 + (0.01 * random.Normal()), 0, 1));
        }

        if (isWorn && clock.Day.Day == 1)
        {
            xml.Quantity("VO2Max", HealthXml.Watch, "mL/min·kg", clock.At(12), clock.At(12), 41 + (0.4 * random.Normal()));
        }
    }
}
