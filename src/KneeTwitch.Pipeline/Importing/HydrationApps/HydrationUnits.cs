using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HydrationApps;

/// <summary>Units of drinks. An ounce or a pint without a country is the one of where the wearer was; nothing is guessed from the size of a number.</summary>
internal static class HydrationUnits
{
    private const double UsOunce = 29.5735295625, ImperialOunce = 28.4130625, UsPint = 473.176473, ImperialPint = 568.26125, UsCup = 236.5882365, LabelCup = 240, MetricCup = 250;

    private static readonly string[] ImperialZones =
        ["Europe/London", "Europe/Belfast", "Europe/Jersey", "Europe/Guernsey", "Europe/Isle_of_Man", "Europe/Dublin", "Pacific/Auckland", "Pacific/Chatham", "GB", "GB-Eire", "Eire", "NZ", "NZ-CHAT"];

    private static readonly Dictionary<string, (double Us, double Imperial)> Known = new(StringComparer.Ordinal)
    {
        ["oz"] = (UsOunce, ImperialOunce),
        ["ounce"] = (UsOunce, ImperialOunce),
        ["floz"] = (UsOunce, ImperialOunce),
        ["fluidounce"] = (UsOunce, ImperialOunce),
        ["usoz"] = (UsOunce, UsOunce),
        ["usfloz"] = (UsOunce, UsOunce),
        ["flozus"] = (UsOunce, UsOunce),
        ["impoz"] = (ImperialOunce, ImperialOunce),
        ["impfloz"] = (ImperialOunce, ImperialOunce),
        ["flozimp"] = (ImperialOunce, ImperialOunce),
        ["ukoz"] = (ImperialOunce, ImperialOunce),
        ["ukfloz"] = (ImperialOunce, ImperialOunce),
        ["flozuk"] = (ImperialOunce, ImperialOunce),
        ["pint"] = (UsPint, ImperialPint),
        ["pt"] = (UsPint, ImperialPint),
        ["uspint"] = (UsPint, UsPint),
        ["pintus"] = (UsPint, UsPint),
        ["ukpint"] = (ImperialPint, ImperialPint),
        ["pintuk"] = (ImperialPint, ImperialPint),
        ["cup"] = (UsCup, UsCup),
        ["cupus"] = (UsCup, UsCup),
        ["cupuslabel"] = (LabelCup, LabelCup),
        ["cupmetric"] = (MetricCup, MetricCup),
        ["metriccup"] = (MetricCup, MetricCup),
        ["ml"] = (1, 1),
        ["cc"] = (1, 1),
        ["cl"] = (10, 10),
        ["dl"] = (100, 100),
        ["l"] = (1_000, 1_000),
        ["ltr"] = (1_000, 1_000),
        ["milliliter"] = (1, 1),
        ["millilitre"] = (1, 1),
        ["liter"] = (1_000, 1_000),
        ["litre"] = (1_000, 1_000),
        ["litro"] = (1_000, 1_000),
    };

    /// <summary>Millilitres in a unit, in the United States and where ounces are imperial; null for what is none.</summary>
    internal static (double Us, double Imperial)? Find(string unit)
    {
        var folded = string.Concat(CsvHeader.Normalize(unit).Where(char.IsLetter));
        return Known.TryGetValue(folded, out var known) || (folded.Length > 2 && folded.EndsWith('s') && Known.TryGetValue(folded[..^1], out known)) ? known : null;
    }

    /// <summary>True where an ounce is the imperial one.</summary>
    internal static bool IsImperial(string zoneId) => ImperialZones.Contains(zoneId) || zoneId.StartsWith("Australia/", StringComparison.Ordinal);

    /// <summary>The unit in a column's name: <c>Amount (ml)</c>, <c>volume_ml</c>, <c>fl oz</c>; null where there is none.</summary>
    internal static string? InName(string name)
    {
        var open = name.LastIndexOfAny(['(', '[']);
        if (open >= 0 && Find(name[(open + 1)..]) is not null)
        {
            return name[(open + 1)..];
        }

        var words = name.Split(['_', ' ', '-', '.', ',', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var pairs = words.Zip(words.Skip(1), (one, other) => one + other);
        return pairs.Concat(words.Reverse()).FirstOrDefault(word => Find(word) is not null);
    }
}
