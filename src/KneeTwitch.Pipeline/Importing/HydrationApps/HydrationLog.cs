using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HydrationApps;

/// <summary>
/// Drinks, whatever is in them, by what was poured and not by what an app takes it for. An amount below zero takes back what was logged before
/// it that day; a date without a time is a day's total. Of one id the last row counts.
/// </summary>
internal sealed class HydrationLog(ReadingContext context)
{
    private const int MostDrinks = 500_000;
    private const double StrongShare = 0.04, AlcoholGramsPerMl = 0.789, AlcoholGramsInDrink = 14;
    private readonly List<Drink> drinks = [];
    private readonly Dictionary<(string Group, string Id), int> byId = [];

    /// <param name="moment">When it was drunk.</param>
    /// <param name="id">The app's own name of the row, or null.</param>
    internal void Add(string group, string? id, Moment moment, double ml, (double? CaffeineMg, double? AlcoholGrams) with, Source source, RowFindings findings)
    {
        var at = moment.ToUtc(context.Zones);
        var day = moment.Offset is null || !moment.HasTime ? moment.Day : context.Zones.DayOf(at);
        var drink = new Drink(day, moment.HasTime ? at : null, ml, with.CaffeineMg, with.AlcoholGrams, source, findings, findings.At);
        if (id is not null && byId.TryGetValue((group, id), out var place))
        {
            drinks[place] = drink;
            context.Facts.LeftUnread("drinks that were edited later");
        }
        else if (drinks.Count < MostDrinks)
        {
            byId.TryAdd((group, id ?? $"row {drinks.Count}"), drinks.Count);
            drinks.Add(drink);
        }
        else
        {
            findings.Reject($"more than {MostDrinks:N0} drinks");
        }
    }

    /// <summary>All of it; to be asked for once, at the end.</summary>
    internal IEnumerable<Reading> Readings()
    {
        var repeats = new Repeats();
        foreach (var day in drinks.GroupBy(drink => (drink.Day, drink.Source.Name)).OrderBy(day => day.Key.Day))
        {
            var timed = day.Where(drink => drink.At is not null).Select(drink => (drink.At ?? default, drink.Ml, drink));
            foreach (var (at, ml, drink) in DrinkCorrections.Apply(timed))
            {
                drink.Findings.At = drink.Line;
                AddDrink(LogTime.At(at), drink with { Ml = ml }, repeats);
                foreach (var reading in drink.Findings.Take())
                {
                    yield return reading;
                }
            }

            foreach (var reading in Total([.. day.Where(drink => drink.At is null)]))
            {
                yield return reading;
            }
        }
    }

    private void AddDrink(LogTime time, Drink drink, Repeats repeats)
    {
        if (IsStrong(drink))
        {
            context.Facts.LeftUnread("amounts of drinks with more than 4 % of alcohol");
        }
        else
        {
            repeats.Add(drink.Findings, Metric.WaterMl, time, drink.Ml, drink.Source);
        }

        repeats.Add(drink.Findings, Metric.CaffeineMg, time, drink.CaffeineMg, drink.Source);
        repeats.Add(drink.Findings, Metric.AlcoholDrinks, time, drink.AlcoholGrams / AlcoholGramsInDrink, drink.Source);
    }

    private static Reading[] Total(List<Drink> said)
    {
        if (said.Count == 0)
        {
            return [];
        }

        double? Sum(Func<Drink, double?> part) => said.Exists(drink => part(drink) is not null) ? said.Sum(drink => part(drink) ?? 0) : null;

        var (first, findings) = (said[0], said[0].Findings);
        findings.At = first.Line;
        findings.AddDay(Metric.VendorWaterMl, first.Day, Math.Max(0, said.Where(drink => !IsStrong(drink)).Sum(drink => drink.Ml)), first.Source);
        findings.AddDay(Metric.VendorCaffeineMg, first.Day, Sum(drink => drink.CaffeineMg), first.Source);
        findings.AddDay(Metric.VendorAlcoholDrinks, first.Day, Sum(drink => drink.AlcoholGrams) / AlcoholGramsInDrink, first.Source);
        return findings.Take();
    }

    private static bool IsStrong(Drink drink) => drink.AlcoholGrams is > 0 && drink.Ml > 0 && drink.AlcoholGrams / AlcoholGramsPerMl / drink.Ml > StrongShare;

    private sealed record Drink(DateOnly Day, DateTimeOffset? At, double Ml, double? CaffeineMg, double? AlcoholGrams, Source Source, RowFindings Findings, long Line);
}
