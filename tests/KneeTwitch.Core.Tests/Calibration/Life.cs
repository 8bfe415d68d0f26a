using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>An invented wearer's days by the generator of the science [statistics 3.5], with days missing by chance.</summary>
internal static class Life
{
    private const double FemaleNeedMl = 1600;

    private static readonly Wearer Somebody = Make.Wearer(massKg: 62) with { HeightCm = 166, Zones = ZoneHistory.Of("Europe/Berlin") };

    public static History Of(Habits habits, int seed, int days, Change? planted = null)
    {
        var noise = new Noise(seed);
        var change = planted ?? new Change();
        var missing = 0.05 + (0.2 * noise.Uniform());
        var (stress, drinks, coffee, sleep) = (noise.Alike(days, habits.StressPhi), noise.Alike(days, 0.2), noise.Alike(days, 0.3), noise.Alike(days, 0.25));
        var (body, pulse) = (noise.Alike(days, habits.HrvPhi, isHeavyTailed: true), noise.Alike(days, habits.PulsePhi, isHeavyTailed: true));
        var summaries = new List<DaySummary>(days);
        for (var day = 0; day < days; day++)
        {
            var date = Make.FirstDay.AddDays(day);
            var isChanged = day >= change.FromDay;
            var values = new List<DayValue>();
            var load = Load(noise, day, isChanged ? change : null);
            Put(Metric.LegLoadKcal, load);
            Put(Metric.LegMinutes, 0.6 * load, isMissing: values.Count == 0);
            Put(Metric.StressScore, Math.Clamp(Math.Round(habits.StressMean + (1.8 * stress[day]) + (isChanged ? change.Stress : 0)), 0, 10), Missed());
            Put(Metric.HrvRmssdMs, Math.Exp(3.8 + (0.2 * (body[day] - (isChanged ? change.HrvSpreads : 0)))), Missed());
            Put(Metric.RestingHeartRateBpm, 60 + (2.5 * ((-0.5 * body[day]) + (0.87 * pulse[day]))) + (isChanged ? change.PulseBpm : 0), Missed());
            var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var asleep = habits.SleepMean + (habits.SleepSpread * sleep[day]) + (15 * noise.Normal()) + (isWeekend ? 30 : -12) + (isChanged ? change.SleepMinutes : 0);
            var isNightMissing = Missed();
            Put(Metric.SleepMinutes, Math.Max(0, asleep), isNightMissing);
            var span = Night(noise, date, isWeekend, isChanged ? change.BedTimeJitter : 0);
            Put(Metric.WaterMl, FemaleNeedMl * habits.Drinks * Math.Exp((0.25 * drinks[day]) - 0.03) * (isChanged ? change.DrinksFactor : 1));
            Put(Metric.DrinkEntries, 5, Missed());
            Put(Metric.DrinkSpanMinutes, 600);
            var factor = isChanged ? change.NutrientFactor : 1;
            Put(Metric.MagnesiumMg, factor * noise.LogNormal(300, 86.0 / 300));
            Put(Metric.PotassiumMg, factor * noise.LogNormal(2500, 851.0 / 2500));
            Put(Metric.DietaryEnergyKcal, 2000);
            Put(Metric.CheckIn, (double)CheckInItems.FoodComplete, noise.Chance(0.35));
            Put(Metric.CaffeineMg, Math.Max(0, habits.Caffeine + (90 * coffee[day]) + (isChanged ? change.Caffeine : 0)), Missed());
            Put(Metric.NicotineUnits, isChanged ? change.Nicotine : 0, Missed());
            summaries.Add(new DaySummary { Day = date, Values = values, Asleep = isNightMissing ? [] : span });

            bool Missed() => noise.Chance(missing);

            void Put(Metric metric, double value, bool isMissing = false)
            {
                if (!isMissing)
                {
                    values.Add(new DayValue(metric, value, value == 0 ? DayState.Zero : DayState.Measured, 1, "watch"));
                }
            }
        }

        return new History(Somebody, summaries, Make.FirstDay.AddDays(days - 1));
    }

    /// <summary>Four fixed weekdays of sport, mostly kept; seldom another.</summary>
    private static double Load(Noise noise, int day, Change? change)
    {
        var isSportDay = noise.Chance(day % 7 is 0 or 2 or 4 or 5 ? 0.85 : 0.12) | change?.IsEveryDay == true;
        var size = noise.LogNormal(100, change?.IsEveryDay == true ? 0.15 : 0.4);
        return isSportDay ? size * (change?.LoadFactor ?? 1) : 0;
    }

    /// <summary>From about 23:15 to 7:00, 45 minutes later at weekends, with 25 minutes awake in between.</summary>
    private static SleepSpan[] Night(Noise noise, DateOnly date, bool isWeekend, double moreJitter)
    {
        var late = isWeekend ? 45 : 0;
        var move = moreJitter * noise.Normal();
        var from = At(-45 + late + move + (36 * noise.Normal()));
        var to = At(420 + late + move + (36 * noise.Normal()));
        var awake = from.AddMinutes(150);
        return [new SleepSpan(from, awake), new SleepSpan(awake.AddMinutes(25), to)];

        DateTimeOffset At(double minutes) => Somebody.Zones.ToUtc(date.ToDateTime(TimeOnly.MinValue).AddMinutes(Math.Round(minutes)));
    }
}
