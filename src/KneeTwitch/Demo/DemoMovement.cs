namespace KneeTwitch.Demo;

/// <summary>Walking about outside workouts: the watch counts it, and so does the phone when it is carried.</summary>
internal static class DemoMovement
{
    internal const int StandHours = 14;
    private const double KilometresPerStep = 0.00071;

    /// <returns>Active energy of the day outside workouts, kcal.</returns>
    internal static double Write(HealthXml xml, DemoClock clock, bool isWorn, DemoNight night, IReadOnlyList<DemoWorkout> workouts, Random random)
    {
        var energy = 0.0;
        for (var at = night.End.AddMinutes(15); at < clock.At(22.3); at = at.AddMinutes(20))
        {
            var start = at.AddSeconds(random.Next(0, 300));
            var end = start.AddSeconds(random.Next(180, 600));
            var steps = Math.Round(random.Between(30, 420));
            var (moves, isCarried) = (random.NextDouble() < 0.75, random.NextDouble() < 0.6);
            if (!moves || workouts.Any(workout => workout.Covers(start)))
            {
                continue;
            }

            if (isWorn)
            {
                Walk(xml, HealthXml.Watch, start, end, steps);
                xml.Quantity("ActiveEnergyBurned", HealthXml.Watch, "kcal", start, end, 2 + (steps * 0.036));
                energy += 2 + (steps * 0.036);
            }

            if (isCarried)
            {
                Walk(xml, HealthXml.Phone, start.AddSeconds(20), end.AddSeconds(15), Math.Round(steps * random.Between(0.9, 0.98)));
            }
        }

        for (var hour = 8; isWorn && hour < 8 + StandHours; hour++)
        {
            xml.Category("AppleStandHour", HealthXml.Watch, clock.At(hour), clock.At(hour + 1), "AppleStandHourStood");
        }

        return energy;
    }

    private static void Walk(HealthXml xml, string source, DateTimeOffset start, DateTimeOffset end, double steps)
    {
        xml.Quantity("StepCount", source, "count", start, end, steps);
        xml.Quantity("DistanceWalkingRunning", source, "km", start, end, steps * KilometresPerStep);
    }
}
