namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// The units of all vendors. They follow the user's settings, and may change between two exports of one record. A spelling is first taken
/// to the letter, for Cal is a thousand cal, and only then without case, dots, spaces and plurals.
/// </summary>
internal static class Units
{
    /// <summary>One mol of glucose weighs 180.1558800000541 g by Apple's own spelling of the unit.</summary>
    private const double MgPerDlOfMmolPerL = 18.01558800000541;

    private static readonly Dictionary<string, Unit> Known = new(StringComparer.Ordinal)
    {
        ["count"] = new(Dimension.Count, 1),
        ["m"] = new(Dimension.Length, 1),
        ["km"] = new(Dimension.Length, 1_000),
        ["cm"] = new(Dimension.Length, 0.01),
        ["mm"] = new(Dimension.Length, 0.001),
        ["mi"] = new(Dimension.Length, 1_609.344),
        ["yd"] = new(Dimension.Length, 0.9144),
        ["ft"] = new(Dimension.Length, 0.3048),
        ["in"] = new(Dimension.Length, 0.0254),
        ["kcal"] = new(Dimension.Energy, 1),
        ["Cal"] = new(Dimension.Energy, 1),
        ["cal"] = new(Dimension.Energy, 0.001),
        ["kJ"] = new(Dimension.Energy, 1 / 4.184),
        ["J"] = new(Dimension.Energy, 1 / 4_184.0),
        ["s"] = new(Dimension.Time, 1),
        ["ms"] = new(Dimension.Time, 0.001),
        ["min"] = new(Dimension.Time, 60),
        ["hr"] = new(Dimension.Time, 3_600),
        ["g"] = new(Dimension.Mass, 1),
        ["kg"] = new(Dimension.Mass, 1_000),
        ["mg"] = new(Dimension.Mass, 1e-3),
        ["mcg"] = new(Dimension.Mass, 1e-6),
        ["oz"] = new(Dimension.Mass, 28.349523125),
        ["lb"] = new(Dimension.Mass, 453.59237),
        ["st"] = new(Dimension.Mass, 6_350.29318),
        ["mL"] = new(Dimension.Volume, 1),
        ["cL"] = new(Dimension.Volume, 10),
        ["dL"] = new(Dimension.Volume, 100),
        ["L"] = new(Dimension.Volume, 1_000),
        ["gal"] = new(Dimension.Volume, 3_785.411784),
        ["fl_oz_us"] = new(Dimension.Volume, 29.5735295625),
        ["fl_oz_imp"] = new(Dimension.Volume, 28.4130625),
        ["cup_us"] = new(Dimension.Volume, 236.5882365),
        ["cup_imp"] = new(Dimension.Volume, 284.130625),
        ["pt_us"] = new(Dimension.Volume, 473.176473),
        ["pt_imp"] = new(Dimension.Volume, 568.26125),
        ["count/min"] = new(Dimension.Rate, 1),
        ["count/s"] = new(Dimension.Rate, 60),
        ["m/s"] = new(Dimension.Speed, 1),
        ["cm/s"] = new(Dimension.Speed, 0.01),
        ["km/hr"] = new(Dimension.Speed, 1 / 3.6),
        ["mi/hr"] = new(Dimension.Speed, 0.44704),
        ["ft/s"] = new(Dimension.Speed, 0.3048),
        ["%"] = new(Dimension.Percent, 1),
        ["degC"] = new(Dimension.Temperature, 1),
        ["degF"] = new(Dimension.Temperature, 5 / 9.0, -160 / 9.0),
        ["K"] = new(Dimension.Temperature, 1, -273.15),
        ["mmHg"] = new(Dimension.Pressure, 1),
        ["kPa"] = new(Dimension.Pressure, 7.500615758),
        ["mg/dL"] = new(Dimension.Glucose, 1),
        ["mmol/L"] = new(Dimension.Glucose, MgPerDlOfMmolPerL),
        ["mL/min·kg"] = new(Dimension.OxygenUptake, 1),
        ["mL/kg·min"] = new(Dimension.OxygenUptake, 1),
        ["ml/(kg*min)"] = new(Dimension.OxygenUptake, 1),
    };

    /// <summary>Spellings other than HealthKit's, folded.</summary>
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["milliliter"] = "mL",
        ["millilitre"] = "mL",
        ["cc"] = "mL",
        ["centiliter"] = "cL",
        ["centilitre"] = "cL",
        ["deciliter"] = "dL",
        ["decilitre"] = "dL",
        ["liter"] = "L",
        ["litre"] = "L",
        ["ltr"] = "L",
        ["floz"] = "fl_oz_us",
        ["flozus"] = "fl_oz_us",
        ["usfloz"] = "fl_oz_us",
        ["fluidounce"] = "fl_oz_us",
        ["flozimp"] = "fl_oz_imp",
        ["flozuk"] = "fl_oz_imp",
        ["imperialfloz"] = "fl_oz_imp",
        ["cup"] = "cup_us",
        ["cupus"] = "cup_us",
        ["cupimp"] = "cup_imp",
        ["pint"] = "pt_us",
        ["pt"] = "pt_us",
        ["ptus"] = "pt_us",
        ["ptimp"] = "pt_imp",
        ["gallon"] = "gal",
        ["gram"] = "g",
        ["kilogram"] = "kg",
        ["kilo"] = "kg",
        ["milligram"] = "mg",
        ["microgram"] = "mcg",
        ["ug"] = "mcg",
        ["pound"] = "lb",
        ["ounce"] = "oz",
        ["stone"] = "st",
        ["meter"] = "m",
        ["metre"] = "m",
        ["kilometer"] = "km",
        ["kilometre"] = "km",
        ["centimeter"] = "cm",
        ["centimetre"] = "cm",
        ["millimeter"] = "mm",
        ["millimetre"] = "mm",
        ["mile"] = "mi",
        ["yard"] = "yd",
        ["foot"] = "ft",
        ["feet"] = "ft",
        ["inch"] = "in",
        ["inche"] = "in",
        ["kilocalorie"] = "kcal",
        ["kilojoule"] = "kJ",
        ["joule"] = "J",
        ["second"] = "s",
        ["sec"] = "s",
        ["minute"] = "min",
        ["mins"] = "min",
        ["hour"] = "hr",
        ["h"] = "hr",
        ["millisecond"] = "ms",
        ["msec"] = "ms",
        ["c"] = "degC",
        ["\u00B0c"] = "degC",
        ["celsius"] = "degC",
        ["f"] = "degF",
        ["\u00B0f"] = "degF",
        ["fahrenheit"] = "degF",
        ["kelvin"] = "K",
        ["bpm"] = "count/min",
        ["1/min"] = "count/min",
        ["/min"] = "count/min",
        ["beats/min"] = "count/min",
        ["km/h"] = "km/hr",
        ["kph"] = "km/hr",
        ["mph"] = "mi/hr",
        ["mi/h"] = "mi/hr",
        ["percent"] = "%",
        ["mmoll"] = "mmol/L",
        ["mgdl"] = "mg/dL",
    };

    private static readonly Dictionary<string, Unit> Folded = Known.Keys
        .GroupBy(Fold, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => Known[group.Single()], StringComparer.Ordinal);

    /// <summary>The unit of a spelling, or null.</summary>
    internal static Unit? Find(string spelling)
    {
        var unit = spelling.Trim();
        return Known.TryGetValue(unit, out var known) ? known
            : unit.StartsWith("mmol<180.", StringComparison.Ordinal) && unit.EndsWith(">/L", StringComparison.Ordinal) ? Known["mmol/L"]
            : FindFolded(Fold(unit));
    }

    /// <summary>The unit of a spelling among those of a dimension, or null: an ounce is one of fluid where volumes are meant.</summary>
    internal static Unit? Find(string spelling, Dimension dimension)
    {
        var found = dimension is Dimension.Volume && Fold(spelling) is "oz" or "ounce" or "ounces" ? Known["fl_oz_us"] : Find(spelling);
        return found?.Dimension == dimension ? found : null;
    }

    /// <summary>A value in the base of its dimension; null where the unit is not known there or the result is not finite.</summary>
    internal static double? ToBase(double value, string spelling, Dimension dimension) =>
        Find(spelling, dimension)?.ToBase(value) is { } converted && double.IsFinite(converted) ? converted : null;

    private static Unit? FindFolded(string folded)
    {
        var singular = folded.Length > 2 && folded.EndsWith('s') ? folded[..^1] : folded;
        return Folded.GetValueOrDefault(folded)
            ?? ((Spellings.GetValueOrDefault(folded) ?? Spellings.GetValueOrDefault(singular)) is { } same ? Known[same] : null)
            ?? Folded.GetValueOrDefault(singular);
    }

    private static string Fold(string unit) => CsvHeader.Normalize(unit).Replace(".", "", StringComparison.Ordinal);
}
