using System.Globalization;
using System.Text.Json.Nodes;

namespace KneeTwitch.Demo;

/// <summary>What the wearer writes down every evening, as JSON lines: a check-in, the day's twitches, and the little that happens once.</summary>
internal sealed class DemoDiary(TextWriter to, DemoPlan plan, int seed)
{
    /// <summary>The odds of a day with twitching grow by so much with each standard deviation that three nights are shorter.</summary>
    internal const double OddsRatio = 3;

    /// <summary>The odds after nights of the usual length, and those nights: their mean and its standard deviation, in minutes.</summary>
    private const double UsualOdds = 0.2, UsualMinutes = 370, SpreadMinutes = 13;

    private const int Nights = 3;

    internal void Write(DemoClock clock)
    {
        var day = clock.Day;
        var random = DemoRandom.For(seed, day, DemoRandom.Diary);
        var twitches = TwitchesOn(day, random);
        WriteCheckIn(day, twitches, random);
        if (twitches)
        {
            Line("twitch", day, new()
            {
                ["time"] = clock.At(21 + random.Between(0, 1.2)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
                ["side"] = "right",
                ["location"] = random.Next(2) == 0 ? "knee" : "thigh_front",
                ["duration_s"] = 30 * random.Next(1, 12),
                ["intensity"] = random.Next(2, 5),
                ["at_rest"] = true,
            });
        }

        if (day == plan.MedicineStart.From)
        {
            Line("medicine", day, new() { ["date"] = Date(day), ["name"] = "salbutamol inhaler", ["atc"] = "R03AC02", ["daily_amount"] = 0.2, ["unit"] = "mg" });
        }

        if (day == plan.MedicineStart.To)
        {
            Line("visit", day, new() { ["date"] = Date(day), ["about"] = plan.MedicineStart.Factor });
        }
    }

    private void WriteCheckIn(DateOnly day, bool twitches, Random random) => Line("check_in", day, new()
    {
        ["date"] = Date(day),
        ["has_twitched"] = twitches,
        ["stress"] = Math.Clamp((int)Math.Round(2.5 + random.Normal()), 0, 5),
        ["soreness_left"] = plan.SoreLeg.Holds(day) ? random.Next(5, 7) : random.Next(0, 2),
        ["soreness_right"] = random.Next(0, 2),
        ["items"] = day >= plan.LowMagnesium.From && day <= plan.FoodLoggedTo ? "no_nicotine, food_complete" : "no_nicotine",
    });

    private bool TwitchesOn(DateOnly day, Random random)
    {
        var chance = random.NextDouble();
        var minutes = Enumerable.Range(0, Nights).Average(ago => plan.SleepMinutes(day.AddDays(-ago), DemoRandom.For(seed, day.AddDays(-ago), DemoRandom.Night)));
        var odds = UsualOdds * Math.Pow(OddsRatio, (UsualMinutes - minutes) / SpreadMinutes);
        return day >= plan.TwitchesFrom && chance < odds / (1 + odds);
    }

    private void Line(string type, DateOnly day, JsonObject entry)
    {
        entry.Insert(0, "type", type);
        entry.Insert(1, "id", $"{type} {Date(day)}");
        to.WriteLine(entry.ToJsonString());
    }

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
