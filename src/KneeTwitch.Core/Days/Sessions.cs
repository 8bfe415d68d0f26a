using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Days;

/// <summary>Gives each workout of a day the loads its data allow: what is not known is never assumed.</summary>
internal sealed class Sessions(ReadingIndex readings, Wearer wearer)
{
    private readonly SessionPulse pulse = new(readings);
    private readonly Workouts workouts = new(readings);

    /// <param name="day">The day.</param>
    /// <param name="restingBpm">The day's resting heart rate, or null.</param>
    internal List<Session> Of(DayFrame day, double? restingBpm)
    {
        var maximalBpm = wearer.MaximalHeartRateBpm ?? (wearer.AgeOn(day.Day) is { } age ? Trimp.MaximalHeartRate(age) : null);
        return workouts.Of(day).ConvertAll(workout => Session(workout, restingBpm, maximalBpm));
    }

    /// <summary>The day's leg loads, by each method for which no session with a part for the legs lacks the load.</summary>
    /// <param name="isRestKnown">Whether a day without workouts is known to be one.</param>
    internal static void AddLegLoads(List<Session> sessions, bool isRestKnown, double coverage, DayValues values)
    {
        Add(Metric.LegLoadRpe, session => session.LoadRpe);
        Add(Metric.LegLoadEdwards, session => session.LoadEdwards);
        Add(Metric.LegLoadBanister, session => session.LoadBanister);
        Add(Metric.LegLoadKcal, session => session.EnergyKcal);
        Add(Metric.LegMinutes, session => session.Minutes);

        void Add(Metric metric, Func<Session, double?> load)
        {
            if (sessions.Count == 0)
            {
                if (isRestKnown)
                {
                    values.KnownZero(metric, coverage);
                }

                return;
            }

            var sum = 0.0;
            var from = new Provenance();
            foreach (var session in sessions)
            {
                var factor = LegFactor.Of(session.Sport);
                if (factor > 0 && load(session) is null)
                {
                    return;
                }

                var part = factor * (load(session) ?? 0);
                sum += part;
                from.Give(session.Source, part, session.Minutes);
                LeaveCopies(session, part, from);
            }

            values.Measured(metric, sum, coverage, source: null, from);
        }
    }

    private static void LeaveCopies(Session session, double part, Provenance from)
    {
        foreach (var copy in session.Copies?.Split(" + ") ?? [])
        {
            from.Leave(copy, part, SetAsideReason.Copy, session.Minutes);
        }
    }

    private Session Session(Workout workout, double? restingBpm, double? maximalBpm)
    {
        var measured = pulse.Of(workout.Start, workout.End, maximalBpm);
        var bpm = workout[Metric.WorkoutAverageHeartRateBpm] ?? measured?.AverageBpm;
        var minutes = workout.Minutes;
        var zones = Known(measured?.ZoneMinutes, measured?.Minutes ?? 0, minutes) ?? Known(workout.ZoneMinutes, workout.ZoneMinutes?.Sum() ?? 0, minutes);
        return new Session
        {
            Start = Timed.Instant(workout.Start),
            Minutes = Math.Round(minutes, 6),
            Sport = workout.Sport,
            DistanceM = workout[Metric.WorkoutDistanceM],
            EnergyKcal = workout[Metric.WorkoutEnergyKcal],
            AverageHeartRateBpm = Rounded(bpm),
            Rpe = workout[Metric.WorkoutRpe],
            TemperatureC = workout[Metric.WorkoutTemperatureC],
            ZoneMinutes = measured?.ZoneMinutes ?? workout.ZoneMinutes,
            LoadRpe = Rounded(workout[Metric.WorkoutRpe] * minutes),
            LoadEdwards = zones is null ? null : Rounded(Trimp.Edwards(zones)),
            LoadBanister = bpm is { } average && restingBpm is { } resting && maximalBpm is { } maximal && maximal > resting && wearer.Sex != Sex.Unknown
                ? Rounded(Trimp.Banister(minutes, average, resting, maximal, wearer.Sex))
                : null,
            Source = workout.Source,
            Copies = workout.CopiedBy.Count == 0 ? null : string.Join(" + ", workout.CopiedBy.Order(StringComparer.Ordinal)),
        };
    }

    /// <summary>Zones that speak for at least half of the workout.</summary>
    private static IReadOnlyList<double>? Known(IReadOnlyList<double>? zones, double knownMinutes, double minutes) =>
        zones is not null && knownMinutes >= minutes / 2 ? zones : null;

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 6) : null;
}
