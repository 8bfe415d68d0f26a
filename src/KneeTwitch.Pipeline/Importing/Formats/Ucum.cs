namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// Units as UCUM writes them: case counts, and what stands in braces means nothing. A total may be written as a rate, as steps a day are,
/// which says nothing of a span other than that one.
/// </summary>
internal static class Ucum
{
    private static readonly (string Ending, string Per)[] Rates =
        [("/(24.h)", "d"), ("/24.h", "d"), ("/(24h)", "d"), ("/24h", "d"), ("/d", "d"), ("/wk", "wk"), ("/mo", "mo"), ("/a", "a"), ("/h", "h")];

    /// <summary>Where UCUM's spelling is not one that <see cref="Units"/> knows to the letter.</summary>
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["1"] = "count",
        [""] = "count",
        ["/min"] = "count/min",
        ["1/min"] = "count/min",
        ["min-1"] = "count/min",
        ["Hz"] = "count/s",
        ["/s"] = "count/s",
        ["h"] = "hr",
        ["[mi_i]"] = "mi",
        ["[ft_i]"] = "ft",
        ["[in_i]"] = "in",
        ["[yd_i]"] = "yd",
        ["[mi_us]"] = "mi",
        ["[ft_us]"] = "ft",
        ["[in_us]"] = "in",
        ["[yd_us]"] = "yd",
        ["m.s-1"] = "m/s",
        ["km/h"] = "km/hr",
        ["[mi_i]/h"] = "mi/hr",
        ["[ft_i]/s"] = "ft/s",
        ["[Cal]"] = "Cal",
        ["ug"] = "mcg",
        ["[lb_av]"] = "lb",
        ["[oz_av]"] = "oz",
        ["[stone_av]"] = "st",
        ["l"] = "L",
        ["dl"] = "dL",
        ["cl"] = "cL",
        ["ml"] = "mL",
        ["cm3"] = "mL",
        ["[foz_us]"] = "fl_oz_us",
        ["[foz_br]"] = "fl_oz_imp",
        ["[cup_us]"] = "cup_us",
        ["[pt_us]"] = "pt_us",
        ["[pt_br]"] = "pt_imp",
        ["[gal_us]"] = "gal",
        ["Cel"] = "degC",
        ["[degF]"] = "degF",
        ["mm[Hg]"] = "mmHg",
        ["mL/kg/min"] = "mL/kg·min",
        ["mL/min/kg"] = "mL/kg·min",
        ["mL/(min.kg)"] = "mL/kg·min",
        ["mL/(kg.min)"] = "mL/kg·min",
    };

    private static readonly Dictionary<string, double> LongTimes = new(StringComparer.Ordinal) { ["d"] = 86_400, ["wk"] = 604_800 };

    /// <summary>A value in the base of a dimension, and what it is a rate of, if it is one; null where the unit is not known there.</summary>
    /// <param name="code">The unit's code.</param>
    internal static (double Value, string? Per)? ToBase(double value, string code, Dimension dimension)
    {
        var plain = WithoutNotes(code);
        var per = default(string);
        if (dimension is Dimension.Count or Dimension.Energy or Dimension.Time or Dimension.Mass or Dimension.Volume or Dimension.Length)
        {
            var (ending, rate) = Array.Find(Rates, rate => plain.EndsWith(rate.Ending, StringComparison.Ordinal));
            plain = ending is null ? plain : plain[..^ending.Length];
            per = rate;
        }

        return Base(value, plain, dimension) is { } converted && double.IsFinite(converted) ? (converted, per) : null;
    }

    private static double? Base(double value, string plain, Dimension dimension)
    {
        if (dimension is Dimension.Time && LongTimes.TryGetValue(plain, out var seconds))
        {
            return value * seconds;
        }

        // One hundredth is a percent, wherever the writer chose to leave the sign out.
        if (dimension is Dimension.Percent && plain is "1" or "10*-2")
        {
            return plain is "1" ? value * 100 : value;
        }

        return Units.ToBase(value, Spellings.GetValueOrDefault(plain, plain), dimension);
    }

    private static string WithoutNotes(string code)
    {
        var plain = code.Trim();
        while (plain.IndexOf('{') is >= 0 and var open && plain.IndexOf('}', open) is > 0 and var close)
        {
            plain = plain.Remove(open, close - open + 1);
        }

        return plain;
    }
}
