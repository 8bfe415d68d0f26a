using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>
/// Finds the unit of the distances of minutes, which the archive does not state and which differs between archives: by the length of a step.
/// </summary>
internal static class FitbitDistanceUnit
{
    private const int EnoughItems = 100_000;
    private const double MetresInMile = 1_609.344;
    private const double ShortestStep = 0.25, LongestStep = 2.2;

    /// <summary>Metres in the unit, or null where no pair of files tells.</summary>
    internal static async Task<double?> FindAsync(IReadOnlyList<(ExportEntry Entry, FitbitPart Part)> files, FitbitProfile profile, ReadingContext context, CancellationToken cancel)
    {
        // A glance: what is wrong with the files is told when they are read.
        var glance = new ReadingContext { Zones = context.Zones, AsOf = context.AsOf };
        foreach (var (distances, _) in files.Where(file => file.Part is FitbitPart.Distance).Reverse())
        {
            var name = distances.Name.Replace("distance-", "steps-", StringComparison.OrdinalIgnoreCase);
            if (files.FirstOrDefault(file => file.Part is FitbitPart.Steps && file.Entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Entry is not { } steps)
            {
                continue;
            }

            var (distance, count) = (await SumAsync(distances, glance, cancel), await SumAsync(steps, glance, cancel));
            if (distance > 0 && count >= 100 && Unit(distance / count, profile) is { } unit)
            {
                return unit;
            }
        }

        return null;
    }

    private static double? Unit(double perStep, FitbitProfile profile)
    {
        double[] large = profile.DistanceUnit is "en_US" ? [MetresInMile] : [1_000];
        foreach (var metres in (double[])[1, 0.01, .. large])
        {
            if (perStep * metres is >= ShortestStep and <= LongestStep)
            {
                return metres;
            }
        }

        return null;
    }

    private static async Task<double> SumAsync(ExportEntry entry, ReadingContext glance, CancellationToken cancel)
    {
        var (sum, items) = (0.0, 0);
        await foreach (var item in JsonItems.ReadAsync(entry, "", glance, cancel))
        {
            sum += item.Value.Number("value") is > 0 and var value ? value : 0;
            if (++items >= EnoughItems)
            {
                break;
            }
        }

        return sum;
    }
}
