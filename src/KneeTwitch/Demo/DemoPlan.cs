using KneeTwitch.Core.Readings;

namespace KneeTwitch.Demo;

/// <summary>
/// What the invented months hold: an ordinary life, and patterns planted in it on known dates. They begin with a January and go on to a last
/// day, so that the short nights are still there on the morning after.
/// </summary>
/// <param name="Last">The last day.</param>
internal sealed record DemoPlan(DateOnly Last)
{
    internal const string Zone = "Europe/Berlin";
    internal const double MassKg = 64, HeightCm = 168;

    /// <summary>Before this month the year is too young to hold all that is planted, and the one before it is taken, too.</summary>
    private const int EnoughMonths = 9;

    internal DateOnly First => new(Last.Month < EnoughMonths ? Last.Year - 1 : Last.Year, 1, 1);

    /// <summary>Food is logged whole, first with little magnesium in it, later with enough.</summary>
    internal DemoPlant LowMagnesium => new("R08", "little magnesium in the food", On(1, 12), On(3, 1));

    internal DateOnly FoodLoggedTo => On(4, 12);

    internal DemoPlant IrregularNights => new("R06", "nights at ever other hours", On(2, 9), On(3, 9));

    /// <summary>Sleep gets short from its first night on, and stays so.</summary>
    internal DemoPlant ShortSleep => new("R05", "short sleep", On(3, 24), Last);

    /// <summary>A medicine is begun; on the last day it is talked about with a pharmacist. It is taken on.</summary>
    internal DemoPlant MedicineStart => new("C14", "a new medicine", On(4, 14), On(6, 1));

    /// <summary>From this day on it sometimes twitches after short nights.</summary>
    internal DateOnly TwitchesFrom => On(4, 20);

    /// <summary>Weeks with many of those twitches: worth to be mentioned, and no more than that.</summary>
    internal DemoPlant ManyTwitches => new("RF1", "twitches week after week", TwitchesFrom, Last);

    /// <summary>Training more than doubles, then goes back.</summary>
    internal DemoPlant Spike => new("R01", "a training spike", On(5, 5), On(5, 31));

    internal DemoPlant SoreLeg => new("R12", "a sore left leg", On(6, 2), On(6, 29));

    /// <summary>Drinks fall to little more than half of the need.</summary>
    internal DemoPlant DryWeeks => new("R07", "dry weeks", On(7, 1), On(7, 31));

    /// <summary>A cup more every week, up to five a day.</summary>
    internal DemoPlant MoreCoffee => new("R10", "more and more coffee", On(8, 3), On(8, 31));

    /// <summary>All that must be found, in the order of the year, and nothing else.</summary>
    internal IReadOnlyList<DemoPlant> Plants => [LowMagnesium, IrregularNights, ShortSleep, MedicineStart, ManyTwitches, Spike, SoreLeg, DryWeeks, MoreCoffee];

    private static readonly (DayOfWeek Day, Sport Sport, double Minutes)[] UsualWeek =
    [
        (DayOfWeek.Tuesday, Sport.Run, 45),
        (DayOfWeek.Wednesday, Sport.Cycle, 50),
        (DayOfWeek.Thursday, Sport.Strength, 40),
        (DayOfWeek.Saturday, Sport.Run, 55),
    ];

    /// <summary>More of everything, but with easy days between: days that are alike would be another pattern than the one planted.</summary>
    private static readonly (DayOfWeek Day, Sport Sport, double Minutes)[] HardWeek =
    [
        (DayOfWeek.Monday, Sport.Run, 45),
        (DayOfWeek.Tuesday, Sport.Run, 58),
        (DayOfWeek.Wednesday, Sport.Cycle, 68),
        (DayOfWeek.Thursday, Sport.Run, 55),
        (DayOfWeek.Saturday, Sport.Run, 95),
        (DayOfWeek.Sunday, Sport.Run, 25),
    ];

    /// <summary>Four days a year on which the watch stayed in a drawer.</summary>
    internal static bool WatchIsWorn(DateOnly day) => (day.Month, day.Day) is not ((2, 9) or (4, 20) or (8, 17) or (10, 12));

    /// <summary>Minutes asleep in the night that ends on a day.</summary>
    internal double SleepMinutes(DateOnly day, Random random)
    {
        // Before the plant no night is short by chance, so that the pattern begins on its first night and not earlier.
        var (mean, spread, shortest) = day < ShortSleep.From ? (465, 35, 424) : (370, 24, 300);
        return Math.Max(shortest, mean + (spread * Math.Clamp(random.Normal(), -2.2, 2.2)));
    }

    /// <summary>By how many hours the night that ends on a day is earlier (negative) or later than usual: early and late by turns while nights are irregular.</summary>
    internal double SleepShiftHours(DateOnly day, Random random) =>
        !IrregularNights.Holds(day) ? 0 : day.DayNumber % 2 == 0 ? random.Between(-0.9, -0.1) : random.Between(1.2, 2.1);

    /// <summary>The workouts of a day; a usual week has three or four.</summary>
    internal IEnumerable<(Sport Sport, double Minutes)> Workouts(DateOnly day, Random random)
    {
        var isHard = Spike.Holds(day);
        var week = (day.DayNumber - Spike.From.DayNumber) / 7;
        var growth = isHard ? 1 + (0.09 * week) : 1;
        foreach (var plan in (isHard ? HardWeek : UsualWeek).Where(plan => plan.Day == day.DayOfWeek))
        {
            var isSkipped = !isHard && plan.Sport == Sport.Strength && week % 3 == 0;
            if (!isSkipped)
            {
                yield return (plan.Sport, plan.Minutes * growth * (1 + (0.03 * Math.Clamp(random.Normal(), -1.5, 1.5))));
            }
        }
    }

    /// <summary>Afternoon temperature, °C: a cool January, a warm July.</summary>
    internal static double TemperatureC(DateOnly day, Random random) =>
        11 - (10 * Math.Cos(2 * Math.PI * (day.DayOfYear - 15) / 365)) + (2 * random.Normal());

    /// <summary>Millilitres drunk on a day: near the need of a woman of this mass, except in the dry weeks.</summary>
    internal double DrinksMl(DateOnly day, double workoutHours, double temperatureC, Random random)
    {
        var sweatMlPerHour = 700 * (1 + (0.02 * Math.Max(0, temperatureC - 20))) * (MassKg / 70);
        var need = 1600 + (sweatMlPerHour * workoutHours);
        var isDry = DryWeeks.Holds(day);
        return need * (isDry ? 0.55 : 1.08) * (1 + ((isDry ? 0.03 : 0.05) * Math.Clamp(random.Normal(), -2, 2)));
    }

    /// <summary>Cups of coffee on a day: two, except while there are more and more.</summary>
    internal int Cups(DateOnly day) => MoreCoffee.Holds(day) ? Math.Min(5, 3 + ((day.DayNumber - MoreCoffee.From.DayNumber) / 7)) : 2;

    /// <summary>All that is eaten on a day; null where it is not logged.</summary>
    internal DemoFood? Food(DateOnly day, Random random) => day < LowMagnesium.From || day > FoodLoggedTo
        ? null
        : new DemoFood(
            Kcal: Around(2000, 120, random),
            MagnesiumMg: LowMagnesium.Holds(day) ? Around(185, 25, random) : Around(330, 35, random),
            PotassiumMg: Around(3000, 250, random));

    private static double Around(double mean, double spread, Random random) => mean + (spread * Math.Clamp(random.Normal(), -2, 2));

    private DateOnly On(int month, int day) => new(First.Year, month, day);
}
