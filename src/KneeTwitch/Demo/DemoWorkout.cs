using KneeTwitch.Core.Readings;

namespace KneeTwitch.Demo;

/// <summary>A workout as the watch records it, with the heart rate and movement inside it.</summary>
internal sealed record DemoWorkout(Sport Sport, DateTimeOffset Start, DateTimeOffset End)
{
    private const int HeartRateEverySeconds = 10, MovementEverySeconds = 300;

    internal double Minutes => (End - Start).TotalMinutes;

    internal double EnergyKcal => Minutes * KcalPerMinute;

    private double KcalPerMinute => Sport switch { Sport.Run => 9.6, Sport.Cycle => 7.4, _ => 4.8 };

    private double Bpm => Sport switch { Sport.Run => 143, Sport.Cycle => 133, _ => 108 };

    private double KilometresPerMinute => Sport switch { Sport.Run => 0.165, Sport.Cycle => 0.36, _ => 0 };

    private string Activity => Sport switch { Sport.Run => "Running", Sport.Cycle => "Cycling", _ => "TraditionalStrengthTraining" };

    private string DistanceType => Sport == Sport.Cycle ? "DistanceCycling" : "DistanceWalkingRunning";

    internal static List<DemoWorkout> Of(DemoClock clock, Random random)
    {
        List<DemoWorkout> workouts = [];
        foreach (var (sport, minutes) in clock.Plan.Workouts(clock.Day, random))
        {
            var start = clock.At((clock.IsWeekend ? 10 : 17.6) + random.Between(0, 0.5));
            workouts.Add(new DemoWorkout(sport, start, start.AddSeconds(Math.Round(minutes * 60))));
        }

        return workouts;
    }

    internal bool Covers(DateTimeOffset instant) => instant >= Start.AddMinutes(-15) && instant <= End.AddMinutes(10);

    internal void Write(HealthXml xml, double temperatureC, Random random)
    {
        var beats = HeartRate(random).ToList();
        xml.OpenWorkout(Activity, Start, End, temperatureC);
        xml.Statistics("ActiveEnergyBurned", "kcal", Start, End, ("sum", EnergyKcal));
        xml.Statistics("HeartRate", "count/min", Start, End, ("average", beats.Average(beat => beat.Bpm)), ("minimum", beats.Min(beat => beat.Bpm)), ("maximum", beats.Max(beat => beat.Bpm)));
        if (KilometresPerMinute > 0)
        {
            xml.Statistics(DistanceType, "km", Start, End, ("sum", Minutes * KilometresPerMinute));
        }

        xml.CloseWorkout();
        foreach (var (at, bpm) in beats)
        {
            xml.Quantity("HeartRate", HealthXml.Watch, "count/min", at, at, bpm);
        }

        WriteMovement(xml);
    }

    private IEnumerable<(DateTimeOffset At, double Bpm)> HeartRate(Random random)
    {
        for (var at = Start; at < End; at = at.AddSeconds(HeartRateEverySeconds))
        {
            var warmUp = Math.Min(1, 0.75 + ((at - Start).TotalMinutes / 24));
            yield return (at, Math.Round((Bpm * warmUp) + (4 * Math.Clamp(random.Normal(), -2, 2))));
        }
    }

    private void WriteMovement(HealthXml xml)
    {
        for (var at = Start; at < End; at = at.AddSeconds(MovementEverySeconds))
        {
            var end = at.AddSeconds(MovementEverySeconds) < End ? at.AddSeconds(MovementEverySeconds) : End;
            var minutes = (end - at).TotalMinutes;
            xml.Quantity("ActiveEnergyBurned", HealthXml.Watch, "kcal", at, end, minutes * KcalPerMinute);
            if (KilometresPerMinute > 0)
            {
                xml.Quantity(DistanceType, HealthXml.Watch, "km", at, end, minutes * KilometresPerMinute);
            }

            if (Sport == Sport.Run)
            {
                xml.Quantity("StepCount", HealthXml.Watch, "count", at, end, Math.Round(minutes * 164));
            }
        }
    }
}
