using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>What is used of Profile.csv: the zone and the units. The rest is personal and is not looked at.</summary>
internal sealed record FitbitProfile
{
    private const string Metric = "METRIC";
    private const double KilogramsInPound = 0.45359237;
    private const double KilogramsInStone = 6.35029318;
    private const double MillilitresInOunce = 29.5735295625;
    private const double ImperialOunce = 28.4130625;

    /// <summary>An IANA id, or null.</summary>
    internal string? Zone { get; init; }

    /// <summary>METRIC, en_US or en_GB; null where it is not known.</summary>
    internal string? WeightUnit { get; init; }

    internal string? DistanceUnit { get; init; }

    internal string? WaterUnit { get; init; }

    internal double? KilogramsInWeight => WeightUnit switch
    {
        Metric => 1,
        "en_US" => KilogramsInPound,
        "en_GB" => KilogramsInStone,
        _ => null,
    };

    /// <summary>Millilitres of the unit in which drinks are logged.</summary>
    internal double? MillilitresInWater => WaterUnit switch
    {
        Metric => 1,
        "en_US" => MillilitresInOunce,
        "en_GB" => ImperialOunce,
        _ => null,
    };

    /// <summary>Metres of the unit in which days are summed up; those of minutes are in another.</summary>
    internal double? MetresInDistance => DistanceUnit switch
    {
        Metric => 1_000,
        "en_US" => 1_609.344,
        _ => null,
    };

    internal double? MetresInElevation => DistanceUnit switch
    {
        Metric or "en_GB" => 1,
        "en_US" => 0.3048,
        _ => null,
    };

    internal static async Task<FitbitProfile> ReadAsync(ExportEntry? entry, ReadingContext context, CancellationToken cancel)
    {
        if (entry is null)
        {
            return new FitbitProfile();
        }

        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default with { Delimiter = ',' }, context, cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            var zone = row["timezone"];
            var isKnown = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
            if (zone is not null && !isKnown)
            {
                row.Reject("a time zone that is not known");
            }

            return new FitbitProfile
            {
                Zone = isKnown ? zone : null,
                WeightUnit = row["weight_unit"],
                DistanceUnit = row["distance_unit"],
                WaterUnit = row["water_unit"],
            };
        }

        return new FitbitProfile();
    }
}
