using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Garmin;

/// <summary>The log of drinks, with the amounts below zero that take drinks back.</summary>
internal sealed class GarminDrinks
{
    private readonly HashSet<string> seen = [];
    private readonly List<(DateOnly Day, DateTimeOffset At, double Ml, long Place)> drinks = [];

    internal void Read(JsonElement row, RowFindings findings, long at)
    {
        // Sweat is what went out; a row may hold nothing else.
        if (row.Number("valueInML") is not { } ml || ml == 0)
        {
            return;
        }

        if ((row.Field("uuid")?.Text("uuid") ?? row.Text("uuid")) is { } id && !seen.Add(id))
        {
            return;
        }

        var local = GarminTime.Clock(row.Field("timestampLocal"));
        var time = local is { } clock ? findings.Context.Zones.ToUtc(clock) : GarminTime.Utc(row.Field("persistedTimestampGMT"));
        if (time is not { } moment)
        {
            findings.Reject("a drink without a time", at);
        }
        else if (findings.IsPossible(moment, at))
        {
            drinks.Add((GarminTime.Day(row.Field("calendarDate")) ?? findings.Context.Zones.DayOf(moment), moment, ml, at));
        }
    }

    internal void Close(RowFindings findings, Source source)
    {
        foreach (var day in drinks.GroupBy(drink => drink.Day))
        {
            foreach (var (at, ml, place) in DrinkCorrections.Apply(day.Select(drink => (drink.At, drink.Ml, drink.Place))))
            {
                findings.Add(Metric.WaterMl, at, at, ml, source, place);
            }
        }

        drinks.Clear();
    }
}
