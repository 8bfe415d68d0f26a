using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Garmin;

/// <summary>The log of drinks. The minus button writes an amount below zero, which takes back what was logged before it on that day.</summary>
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
            var kept = new List<(DateTimeOffset At, double Ml, long Place)>();
            foreach (var (_, at, ml, place) in day.OrderBy(drink => drink.At).ThenByDescending(drink => drink.Ml))
            {
                var back = -ml;
                for (; back > 0 && kept.Count > 0; kept.RemoveAt(kept.Count - 1))
                {
                    var (lastAt, lastMl, lastPlace) = kept[^1];
                    if (lastMl > back)
                    {
                        kept[^1] = (lastAt, lastMl - back, lastPlace);
                        break;
                    }

                    back -= lastMl;
                }

                if (ml > 0)
                {
                    kept.Add((at, ml, place));
                }
            }

            foreach (var (at, ml, place) in kept)
            {
                findings.Add(Metric.WaterMl, at, at, ml, source, place);
            }
        }

        drinks.Clear();
    }
}
