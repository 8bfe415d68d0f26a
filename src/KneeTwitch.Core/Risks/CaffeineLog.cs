using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>A history's caffeine, its days fit for a baseline, and when it last fell clearly; a day's entries look at days up to that day only.</summary>
internal sealed class CaffeineLog
{
    private readonly bool[] isCut;

    private CaffeineLog(History history)
    {
        Values = history.Series(Metric.CaffeineMg);
        Usual = UnusualDays.Of(history).LeaveOut(Values);
        MassesKg = BodyMass.Of(history);
        isCut = new bool[Values.Count];
        for (var day = 0; day < isCut.Length; day++)
        {
            if (Values[day] is { } caffeine
                && Baseline.Of(Usual, day, CaffeineIntake.FloorMg) is { } usual
                && usual.Median - caffeine >= CaffeineIntake.WatchRiseMg)
            {
                isCut[day] = -usual.Z(caffeine) >= CaffeineIntake.WatchRiseZ;
            }
        }
    }

    public IReadOnlyList<double?> Values { get; }

    public double?[] Usual { get; }

    public double?[] MassesKg { get; }

    public static CaffeineLog Of(History history) => history.Once(days => new CaffeineLog(days));

    /// <summary>Days since a clear fall, 0 on its day; null where there was none in the last seven.</summary>
    public double? DaysSinceCut(int day)
    {
        for (var ago = 0; ago < CaffeineIntake.CutDays && ago <= day; ago++)
        {
            if (isCut[day - ago])
            {
                return ago;
            }
        }

        return null;
    }
}
