using KneeTwitch.Core.Readings;

namespace KneeTwitch.Demo;

/// <summary>
/// What the invented months hold: an ordinary life, and three patterns planted in it on known dates. They begin with a January and go on to
/// a last day, so that the latest pattern is still there on the morning after.
/// </summary>
/// <param name="Last">The last day.</param>
internal sealed record DemoPlan(DateOnly Last)
{
    internal const string Zone = "Europe/Berlin";
    internal const double MassKg = 64;

    /// <summary>Before this month the year is too young to hold all that is planted, and the one before it is taken, too.</summary>
    private const int EnoughMonths = 9;

    internal DateOnly First => new(Last.Month < EnoughMonths ? Last.Year - 1 : Last.Year, 1, 1);

    /// <summary>Sleep gets short from this night on, and stays so.</summary>
    internal DateOnly ShortSleepFrom => new(First.Year, 3, 24);

    /// <summary>Training more than doubles, then goes back.</summary>
    internal DateOnly SpikeFrom => new(First.Year, 5, 5);

    internal DateOnly SpikeTo => new(First.Year, 5, 31);

    /// <summary>Drinks fall to little more than half of the need.</summary>
    internal DateOnly DryFrom => new(First.Year, 7, 1);

    internal DateOnly DryTo => new(First.Year, 7, 31);

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
        var (mean, spread, shortest) = day < ShortSleepFrom ? (465, 35, 424) : (370, 24, 300);
        return Math.Max(shortest, mean + (spread * Math.Clamp(random.Normal(), -2.2, 2.2)));
    }

    /// <summary>The workouts of a day; a usual week has three or four.</summary>
    internal IEnumerable<(Sport Sport, double Minutes)> Workouts(DateOnly day, Random random)
    {
        var isHard = day >= SpikeFrom && day <= SpikeTo;
        var week = (day.DayNumber - SpikeFrom.DayNumber) / 7;
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
        var isDry = day >= DryFrom && day <= DryTo;
        return need * (isDry ? 0.55 : 1.08) * (1 + ((isDry ? 0.03 : 0.05) * Math.Clamp(random.Normal(), -2, 2)));
    }
}
