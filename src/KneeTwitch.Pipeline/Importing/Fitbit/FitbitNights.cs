using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>
/// All nights of an archive. One log may stand in two files, one night in two kinds (stages and classic) and two generations (JSON and
/// Google's tables): each counts once, stages before classic, JSON before tables.
/// </summary>
internal sealed class FitbitNights
{
    private const int MostNights = 200_000;
    private const int LookedAt = 4;
    private readonly Dictionary<string, FitbitNight> byKey = [];

    /// <param name="key">The log's own id; of one id the later one counts.</param>
    internal void Add(string key, FitbitNight night)
    {
        if (byKey.Count < MostNights || byKey.ContainsKey(key))
        {
            byKey[key] = night;
        }
    }

    internal IEnumerable<Reading> Readings(Source source)
    {
        var kept = Kept();
        foreach (var night in kept)
        {
            foreach (var reading in night.Readings(source))
            {
                yield return reading;
            }
        }

        // The vendor sums up by the day on which a sleep ended: the night and the naps.
        foreach (var day in kept.GroupBy(night => night.Day))
        {
            var findings = day.First().Findings;
            findings.At = day.First().At;
            findings.AddDay(Metric.VendorSleepMinutes, day.Key, day.Sum(night => night.MinutesAsleep), source);
            findings.AddDay(Metric.VendorInBedMinutes, day.Key, day.Sum(night => night.MinutesInBed), source);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private List<FitbitNight> Kept()
    {
        var kept = new List<FitbitNight>();
        foreach (var night in byKey.Values.OrderBy(night => night.Start).ThenByDescending(night => night.HasStages))
        {
            // Sorted by start, only the last few can overlap.
            var twin = kept.Count - 1;
            while (twin >= 0 && !kept[twin].IsSameNight(night))
            {
                twin = twin > kept.Count - LookedAt ? twin - 1 : -1;
            }

            if (twin < 0)
            {
                kept.Add(night);
            }
            else if (night.HasStages && !kept[twin].HasStages)
            {
                kept[twin] = night;
            }
        }

        return kept;
    }
}
