using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>The units of the schemas. They are spelled in one way only: a body with another one was written by something that does not know the schema.</summary>
internal static class OmhUnits
{
    private const decimal MostSeconds = 5_000_000_000;

    private static readonly Dictionary<(Dimension, string), decimal> Factors = new()
    {
        [(Dimension.Count, "steps")] = 1,
        [(Dimension.Length, "fm")] = 1e-15m,
        [(Dimension.Length, "pm")] = 1e-12m,
        [(Dimension.Length, "nm")] = 1e-9m,
        [(Dimension.Length, "um")] = 1e-6m,
        [(Dimension.Length, "mm")] = 1e-3m,
        [(Dimension.Length, "cm")] = 1e-2m,
        [(Dimension.Length, "m")] = 1,
        [(Dimension.Length, "km")] = 1_000,
        [(Dimension.Length, "in")] = 0.0254m,
        [(Dimension.Length, "ft")] = 0.3048m,
        [(Dimension.Length, "yd")] = 0.9144m,
        [(Dimension.Length, "mi")] = 1_609.344m,
        [(Dimension.Mass, "fg")] = 1e-15m,
        [(Dimension.Mass, "pg")] = 1e-12m,
        [(Dimension.Mass, "ng")] = 1e-9m,
        [(Dimension.Mass, "ug")] = 1e-6m,
        [(Dimension.Mass, "mg")] = 1e-3m,
        [(Dimension.Mass, "g")] = 1,
        [(Dimension.Mass, "kg")] = 1_000,
        [(Dimension.Mass, "gr")] = 0.06479891m,
        [(Dimension.Mass, "oz")] = 28.349523125m,
        [(Dimension.Mass, "lb")] = 453.59237m,
        [(Dimension.Time, "ps")] = 1e-12m,
        [(Dimension.Time, "ns")] = 1e-9m,
        [(Dimension.Time, "us")] = 1e-6m,
        [(Dimension.Time, "ms")] = 1e-3m,
        [(Dimension.Time, "sec")] = 1,
        [(Dimension.Time, "min")] = 60,
        [(Dimension.Time, "h")] = 3_600,
        [(Dimension.Time, "d")] = 86_400,
        [(Dimension.Time, "wk")] = 604_800,
        [(Dimension.Time, "Mo")] = 2_629_746,
        [(Dimension.Time, "yr")] = 31_556_952,
        [(Dimension.Energy, "kcal")] = 1,
        [(Dimension.Rate, "beats/min")] = 1,
        [(Dimension.Rate, "breaths/min")] = 1,
        [(Dimension.Percent, "%")] = 1,
        [(Dimension.Temperature, "C")] = 1,
        [(Dimension.Temperature, "K")] = 1,
        [(Dimension.Temperature, "F")] = 5 / 9m,
        [(Dimension.Pressure, "mmHg")] = 1,
        [(Dimension.Glucose, "mg/dL")] = 1,
        [(Dimension.Glucose, "mmol/L")] = 18.01558800000541m,
        [(Dimension.Speed, "m/s")] = 1,
        [(Dimension.Speed, "km/h")] = 1 / 3.6m,
        [(Dimension.Speed, "mi/h")] = 0.44704m,
        [(Dimension.Speed, "ft/s")] = 0.3048m,
    };

    /// <summary>The value of an object with value and unit, in the base of the dimension; null after a reject.</summary>
    internal static double? Value(JsonElement quantity, Dimension dimension, RowFindings findings)
    {
        if (quantity.Field("value") is not { ValueKind: JsonValueKind.Number } number || number.AsNumber() is not { } plain)
        {
            findings.Reject("a value that is not a number");
            return null;
        }

        var unit = quantity.Text("unit") ?? "";
        if (!Factors.TryGetValue((dimension, unit), out var factor))
        {
            findings.Reject($"the unit '{unit}' is none of the schema");
            return null;
        }

        var zero = unit switch { "K" => -273.15, "F" => -160 / 9.0, _ => 0 };
        return (plain * (double)factor) + zero;
    }

    /// <summary>A length of time, to the tick: a third of a day has no end in binary.</summary>
    internal static TimeSpan? Duration(JsonElement quantity)
    {
        if (quantity.Field("value") is not { ValueKind: JsonValueKind.Number } number || !number.TryGetDecimal(out var value)
            || !Factors.TryGetValue((Dimension.Time, quantity.Text("unit") ?? ""), out var factor))
        {
            return null;
        }

        return value is >= 0 and < 1e15m && value * factor <= MostSeconds ? TimeSpan.FromTicks((long)(value * factor * TimeSpan.TicksPerSecond)) : null;
    }
}
