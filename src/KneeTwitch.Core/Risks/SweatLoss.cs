using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>C15: days with a litre of sweat or more and no salt logged. A context: shown with an offer, never notified.</summary>
internal static class SweatLoss
{
    public const double HitLitres = 1.0;

    /// <summary>Salted food or an electrolyte drink, told by the sodium in the log.</summary>
    public const double SaltedFromMg = 500;

    public const int HitsNeeded = 3, DaysNeeded = 5, ClearHits = 1, ClearDaysNeeded = 10;

    private const string HitsName = "sweat_days_of_7", LitresName = "sweat_litres";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "C15",
        Key = "sweat",
        Name = "Sweat without salt",
        Version = "1",
        Looks = "Counts days with an estimated litre of sweat or more and no electrolyte drink or salted food in the log.",
        Formula = FormattableString.Invariant($"A day counts with an estimated {HitLitres:0.0} litre or more and less than {SaltedFromMg} mg of sodium logged. On with {HitsNeeded} such days this week and in one of the two before; ")
            + FormattableString.Invariant($"off with at most {ClearHits} in 14 days. Context only: at most watch."),
        EvidenceTag = "C",
        Basis = "Twitches before cramp in salt-depleted athletes, an expert account [Bergeron2008]; trials conflict [Miller2022]. The sweat rates are engineering defaults.",
        Quality = "P",
        CannotSee = "How much you really sweat (people differ several-fold), salt that was not logged, hot work.",
        Advice = ["S2"],
        Grade = (history, day, _) => PotassiumAdvice.WithheldIn(Grade(history, day), history, day),
        JudgesWindows = true,
        FirstSeen = history => Seen.First(history, Metric.LegMinutes),
        Says = assessment => Wording.Of(assessment, "sport", Pattern),
    };

    public static DayGrade Grade(History history, int day)
    {
        var log = history.Once(days => new Log(days));
        var (week, before, earlier) = (log.Week(day), log.Week(day - 7), log.Week(day - 14));
        if (week.Known < DaysNeeded)
        {
            return DayGrade.NotKnown(FormattableString.Invariant($"{week.Known} of {DaysNeeded} days with known sport this week"));
        }

        var isOn = week.IsOn && (before.IsOn || earlier.IsOn);
        return new DayGrade
        {
            Grade = isOn ? 1 : 0,
            IsClean = week.Known + before.Known >= ClearDaysNeeded && week.Hits + before.Hits <= ClearHits,
            SinceDaysAgo = isOn ? earlier.IsOn ? earlier.FirstDaysAgo + 14 : before.FirstDaysAgo + 7 : null,
            Evidence = Evidence.Of((LitresName, log.Litres[day]), (HitsName, week.Hits), ("sweat_days_of_14", week.Hits + before.Hits)),
        };
    }

    private static string Pattern(Assessment assessment)
    {
        if (!assessment.Evidence.TryGetValue(HitsName, out var hits))
        {
            return "On several days you sweated an estimated litre or more without salt in the log.";
        }

        return $"On {Wording.Number(hits)} of the last 7 days you sweated an estimated {Wording.Number(HitLitres)} litre or more in sport and logged no electrolyte drink or salted food.";
    }

    private sealed class Log
    {
        private readonly bool?[] isHit;

        public Log(History history)
        {
            var (minutes, sodium, masses) = (history.Series(Metric.LegMinutes), history.Series(Metric.SodiumMg), BodyMass.Of(history));
            Litres = new double?[history.Count];
            isHit = new bool?[history.Count];
            for (var day = 0; day < isHit.Length; day++)
            {
                var sessions = history[day]?.Sessions ?? [];
                if (minutes[day] is null && sessions.Count == 0)
                {
                    continue;
                }

                var date = history.DayAt(day);
                Litres[day] = sessions.Sum(session => Sweat.Estimated(Sweat.Base(session, history.Wearer, date), session.TemperatureC, masses[day]) * session.Minutes / 60);
                isHit[day] = SixDecimals.Of(Litres[day] ?? 0) >= HitLitres && !(sodium[day] >= SaltedFromMg);
            }
        }

        /// <summary>Estimated sweat in sport; null where it is not known whether there was any.</summary>
        public double?[] Litres { get; }

        public (int Known, int Hits, int FirstDaysAgo, bool IsOn) Week(int lastDay)
        {
            var (known, hits, first) = (0, 0, 0);
            for (var day = Math.Max(lastDay - 6, 0); day <= lastDay; day++)
            {
                known += isHit[day] is null ? 0 : 1;
                first = isHit[day] == true && hits == 0 ? lastDay - day : first;
                hits += isHit[day] == true ? 1 : 0;
            }

            return (known, hits, first, known >= DaysNeeded && hits >= HitsNeeded);
        }
    }
}
