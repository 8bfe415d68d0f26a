namespace KneeTwitch.Demo;

/// <summary>The watch's heart rate outside workouts, its resting heart rate and its HRV samples. Off the wrist for an hour's charging each evening.</summary>
internal static class DemoHeart
{
    internal static void Write(HealthXml xml, DemoClock clock, DemoNight night, IReadOnlyList<DemoWorkout> workouts, Random random)
    {
        var (chargingFrom, chargingTo) = (clock.At(21), clock.At(22));
        for (var at = clock.At(0); at < clock.At(24); at = at.AddMinutes(10))
        {
            var instant = at.AddSeconds(random.Next(0, 420));
            var isAsleep = instant < night.End || instant > clock.At(23.4);
            var bpm = Math.Round(isAsleep ? 56 + (3 * random.Normal()) : 72 + (7 * random.Normal()));
            var isCharging = instant >= chargingFrom && instant < chargingTo;
            if (!isCharging && !workouts.Any(workout => workout.Covers(instant)))
            {
                xml.Quantity("HeartRate", HealthXml.Watch, "count/min", instant, instant, Math.Clamp(bpm, 46, 98));
            }
        }

        xml.Quantity("RestingHeartRate", HealthXml.Watch, "count/min", clock.At(0), clock.At(23.9), Math.Round(57 + (1.4 * random.Normal())));
        for (var sample = 0; sample < 5; sample++)
        {
            var at = night.Start.AddMinutes((night.End - night.Start).TotalMinutes * (sample + 0.5) / 5);
            xml.Quantity("HeartRateVariabilitySDNN", HealthXml.Watch, "ms", at, at.AddSeconds(60), 52 + (6 * random.Normal()));
        }
    }
}
