using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>R04: a week of lower heart-rate variability and a higher resting heart rate than the wearer's own usual. Says nothing of what strains the body.</summary>
internal static class Recovery
{
    public const double WatchDrop = 0.5, FlagDrop = 1.0, StrongDrop = 1.5;

    /// <summary>Added to the steps where the nights resemble the ones before.</summary>
    public const double DropOfAlikeNights = 0.25, AlikeFromPhi = 0.50;

    public const double WatchRise = 3, FlagRise = 5, StrongRise = 8, WatchRiseZ = 1.0, FlagRiseZ = 1.5, StrongRiseZ = 2.5;
    public const double LnRmssdFloor = 0.05, LnSdnnFloor = 0.08, RestingFloorBpm = 1;
    public const int Week = 7, DaysNeeded = 4, SamplesNeeded = 3;

    private const string HrvName = "hrv_7_nights_ms", HrvUsualName = "usual_hrv_ms", RestingName = "resting_heart_rate_7_days_bpm", RestingUsualName = "usual_resting_heart_rate_bpm";
    private const string EstimateName = "resting_heart_rate_is_estimate", SpotsName = "hrv_is_spot_samples";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R04",
        Key = "recovery",
        Name = "Recovery",
        Version = "1",
        Looks = "Compares a week's heart-rate variability at night and resting heart rate with your own usual.",
        Formula = FormattableString.Invariant($"HRV: week's mean of the logarithm below the usual by {WatchDrop}, {FlagDrop}, {StrongDrop} spreads (each + {DropOfAlikeNights} from autocorrelation {AlikeFromPhi:0.00} on): 1, 2, 3 points. ")
            + FormattableString.Invariant($"Resting heart rate: week's median above the usual by {WatchRise}, {FlagRise}, {StrongRise} bpm and {WatchRiseZ:0.0}, {FlagRiseZ}, {StrongRiseZ} spreads: 1, 2, 3 points. ")
            + "Together 1, 3, 5 points: grade 1, 2, 3; HRV alone its points less one; resting heart rate alone at most 2. Clean without points.",
        EvidenceTag = "B",
        Basis = "Weekly means of ln rMSSD [Plews2013] [Buchheit2014], from 3 nights on [Plews2014]; resting heart rate is personal and mostly stable [Quer2020]; spot samples under-read [OGrady2024].",
        Quality = "D/P",
        CannotSee = "Why: alcohol, infection, heat, the menstrual phase, late meals, altitude and medicines move both numbers.",
        Advice = ["S8"],
        Grade = Grade,
        IsPersonal = true,
        FirstSeen = history => Seen.First(history, Metric.HrvRmssdMs, Metric.HrvSdnnMs, Metric.RestingHeartRateBpm),
        Counts = "days",
        Says = assessment => Wording.Of(assessment, "heart-rate variability or resting heart rate", Pattern),
    };

    public static DayGrade Grade(History history, int day, int baselineDay)
    {
        if (UnusualDays.Of(history).IsIll(day))
        {
            return DayGrade.NotKnown("days of illness are left out");
        }

        var signals = RecoverySignals.Of(history);
        var hrv = signals.HrvOn(day, baselineDay);
        var resting = signals.RestingOn(day, baselineDay);
        if (hrv is null && resting is null)
        {
            return DayGrade.NotKnown("too few nights of heart-rate variability or days of resting heart rate are known, now or in the weeks before");
        }

        if (!signals.IsKnownOn(day))
        {
            return DayGrade.NotKnown("neither heart-rate variability nor resting heart rate is known for this day");
        }

        var (hrvPoints, restingPoints) = (hrv is { } drop ? HrvPoints(drop.Distance, drop.Usual.Phi) : (int?)null, resting is { } rise ? RestingPoints(rise.Difference, rise.Distance) : (int?)null);
        var daily = hrv?.Z is { } z ? (z, hrv.Value.Usual.Phi) : resting?.Z is { } restingZ ? (restingZ, resting.Value.Usual.Phi) : ((double, double)?)null;
        return new DayGrade
        {
            Grade = GradeOf(hrvPoints, restingPoints, hrv is { IsPoor: true }),
            IsClean = (hrvPoints ?? 0) + (restingPoints ?? 0) == 0,
            Z = daily?.Item1,
            Phi = daily?.Item2,
            Evidence = Evidence.Of(
                (HrvName, hrv is { } h ? Math.Exp(h.Week) : null),
                (HrvUsualName, hrv is { } u ? Math.Exp(u.Usual.Median) : null),
                ("hrv_flag_ms", hrv is { } f ? Math.Exp(f.Usual.Median - (FlagDrop * f.Usual.Spread)) : null),
                ("hrv_drop_spreads", hrv?.Distance),
                ("hrv_phi", hrv?.Usual.Phi),
                (SpotsName, hrv is { IsPoor: true } ? 1 : null),
                (RestingName, resting?.Week),
                (RestingUsualName, resting?.Usual.Median),
                ("resting_heart_rate_flag_bpm", resting is { } r ? r.Usual.Median + Math.Max(FlagRise, FlagRiseZ * r.Usual.Spread) : null),
                ("resting_heart_rate_rise_spreads", resting?.Distance),
                (EstimateName, signals.IsRestingEstimateOn(day) ? 1 : null)),
        };
    }

    /// <summary>0 to 3 by how many spreads the week lies below the usual.</summary>
    internal static int HrvPoints(double drop, double phi)
    {
        var (below, extra) = (SixDecimals.Of(drop), SixDecimals.Of(phi) >= AlikeFromPhi ? DropOfAlikeNights : 0);
        return below >= StrongDrop + extra ? 3 : below >= FlagDrop + extra ? 2 : below >= WatchDrop + extra ? 1 : 0;
    }

    /// <summary>0 to 3 by how many beats and spreads the week lies above the usual.</summary>
    internal static int RestingPoints(double bpm, double spreads)
    {
        var (rise, z) = (SixDecimals.Of(bpm), SixDecimals.Of(spreads));
        return rise >= StrongRise && z >= StrongRiseZ ? 3 : rise >= FlagRise && z >= FlagRiseZ ? 2 : rise >= WatchRise && z >= WatchRiseZ ? 1 : 0;
    }

    /// <param name="hrv">Points, null where not known.</param>
    /// <param name="resting">Points, null where not known.</param>
    /// <param name="isPoor">HRV from spot samples; where nothing else speaks, it is only watched.</param>
    internal static int GradeOf(int? hrv, int? resting, bool isPoor)
    {
        var grade = (hrv, resting) switch
        {
            ({ } one, null) => Math.Max(0, one - 1),
            (null, { } other) => Math.Min(2, other),
            ({ } one, { } other) => one + other >= 5 ? 3 : one + other >= 3 ? 2 : one + other >= 1 ? 1 : 0,
            _ => 0,
        };
        return isPoor && resting is null or 0 ? Math.Min(1, grade) : grade;
    }

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var sentences = new List<string>();
        if (numbers.TryGetValue(RestingName, out var resting) && numbers.TryGetValue(RestingUsualName, out var usualResting))
        {
            var estimate = numbers.ContainsKey(EstimateName) ? " (an estimate from the heart rate)" : "";
            sentences.Add($"The resting heart rate{estimate} of the last week was {Wording.Number(resting)} bpm against your own usual of {Wording.Number(usualResting)}.");
        }

        if (numbers.TryGetValue(HrvName, out var hrv) && numbers.TryGetValue(HrvUsualName, out var usualHrv))
        {
            var spots = numbers.ContainsKey(SpotsName) ? ", from single samples" : " at night";
            sentences.Add($"The heart-rate variability{spots} was {Wording.Number(hrv)} ms against a usual {Wording.Number(usualHrv)} ms.");
        }

        if (sentences.Count == 0)
        {
            return Wording.CountOnly(assessment, "days");
        }

        if (assessment.Level > 0)
        {
            sentences.Add($"The week was away from your usual {Wording.Count(assessment, assessment.Level, "days")}. Alcohol, an infection, heat and much else do the same.");
        }

        return string.Join(' ', sentences);
    }
}
