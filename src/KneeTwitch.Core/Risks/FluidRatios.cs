using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>A history's drinks against what each day asked for; a day's entries look at days up to that day only.</summary>
internal sealed class FluidRatios
{
    private const int EntriesNeeded = 3;
    private const double SpanMinutesNeeded = 360;

    private FluidRatios(History history)
    {
        NeedsMl = new double?[history.Count];
        Ratios = new double?[history.Count];
        var drinks = history.Series(Metric.WaterMl);
        var entries = history.Series(Metric.DrinkEntries);
        var spans = history.Series(Metric.DrinkSpanMinutes);
        var masses = history.Series(Metric.BodyMassKg);
        var massKg = history.Wearer.MassKg;
        for (var day = 0; day < history.Count; day++)
        {
            massKg = masses[day] ?? massKg;
            NeedsMl[day] = FluidNeed.Ml(history.Wearer, history.DayAt(day), history[day]?.Sessions ?? [], massKg);

            // A log with two glasses in it is a log that was not kept, not a dry day.
            var isKept = entries[day] >= EntriesNeeded && spans[day] >= SpanMinutesNeeded;
            Ratios[day] = isKept && drinks[day] is { } drunk && NeedsMl[day] is { } need ? SixDecimals.Of(drunk / need) : null;
        }
    }

    /// <summary>Null where the wearer's sex is not known.</summary>
    public double?[] NeedsMl { get; }

    /// <summary>H: drinks over need, on days whose log is complete enough.</summary>
    public double?[] Ratios { get; }

    public static FluidRatios Of(History history) => history.Once(days => new FluidRatios(days));
}
