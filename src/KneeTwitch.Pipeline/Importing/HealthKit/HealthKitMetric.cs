using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthKit;

/// <summary>A record type we read. Quantities have a dimension and our unit's size in its base; categories have their words instead.</summary>
internal sealed record HealthKitMetric(Metric Metric, Dimension Dimension, double UnitSize = 1, IReadOnlyDictionary<string, double>? Words = null)
{
    private static readonly string[] WordPrefixes =
        ["HKCategoryValueSleepAnalysis", "HKCategoryValueSeverity", "HKCategoryValuePresence", "HKCategoryValueAppetiteChanges", "HKCategoryValueAppleStandHour"];

    /// <summary>
    /// The number of a category's word, or null: as exports write it, as Apple's raw number, or as other tools shorten it
    /// (<c>InBed</c>, <c>not present</c>, <c>asleepREM</c>).
    /// </summary>
    internal double? ValueOf(string word)
    {
        if (Words is null)
        {
            return null;
        }

        if (Words.TryGetValue(word, out var known))
        {
            return known;
        }

        var letters = Letters(word);
        foreach (var (spelling, value) in Words)
        {
            var prefix = Array.Find(WordPrefixes, prefix => spelling.StartsWith(prefix, StringComparison.Ordinal));
            if (prefix is not null && Letters(spelling[prefix.Length..]) == letters)
            {
                return value;
            }
        }

        return null;
    }

    internal static HealthKitMetric OfCategory(Metric metric, IReadOnlyDictionary<string, double> words) => new(metric, Dimension.Count, 1, words);

    private static string Letters(string word) => string.Concat(word.Where(char.IsLetter)).ToLowerInvariant();
}
