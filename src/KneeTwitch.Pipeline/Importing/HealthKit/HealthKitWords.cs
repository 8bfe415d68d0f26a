using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthKit;

/// <summary>The values of Apple's categories: the words of exports, and the raw numbers that files of third-party tools hold.</summary>
internal static class HealthKitWords
{
    private const double Absent = 0;
    private const double Mild = 2;
    private const double Moderate = 5;
    private const double Severe = 8;
    private const double Present = -1;

    internal static IReadOnlyDictionary<string, double> StandHour { get; } = new Dictionary<string, double>
    {
        ["HKCategoryValueAppleStandHourStood"] = 1,
        ["HKCategoryValueAppleStandHourIdle"] = 0,
        ["0"] = 1,
        ["1"] = 0,
    };

    internal static IReadOnlyDictionary<string, double> Sleep { get; } = new Dictionary<string, double>
    {
        ["HKCategoryValueSleepAnalysisInBed"] = (double)SleepStage.InBed,
        ["HKCategoryValueSleepAnalysisAsleep"] = (double)SleepStage.Asleep,
        ["HKCategoryValueSleepAnalysisAsleepUnspecified"] = (double)SleepStage.Asleep,
        ["HKCategoryValueSleepAnalysisAwake"] = (double)SleepStage.Awake,
        ["HKCategoryValueSleepAnalysisAsleepCore"] = (double)SleepStage.Light,
        ["HKCategoryValueSleepAnalysisAsleepDeep"] = (double)SleepStage.Deep,
        ["HKCategoryValueSleepAnalysisAsleepREM"] = (double)SleepStage.Rem,
        ["0"] = (double)SleepStage.InBed,
        ["1"] = (double)SleepStage.Asleep,
        ["2"] = (double)SleepStage.Awake,
        ["3"] = (double)SleepStage.Light,
        ["4"] = (double)SleepStage.Deep,
        ["5"] = (double)SleepStage.Rem,
    };

    internal static IReadOnlyDictionary<string, double> Severity { get; } = new Dictionary<string, double>
    {
        ["HKCategoryValueSeverityUnspecified"] = Present,
        ["HKCategoryValueSeverityNotPresent"] = Absent,
        ["HKCategoryValueSeverityMild"] = Mild,
        ["HKCategoryValueSeverityModerate"] = Moderate,
        ["HKCategoryValueSeveritySevere"] = Severe,
        ["0"] = Present,
        ["1"] = Absent,
        ["2"] = Mild,
        ["3"] = Moderate,
        ["4"] = Severe,
    };

    internal static IReadOnlyDictionary<string, double> Presence { get; } = new Dictionary<string, double>
    {
        ["HKCategoryValuePresencePresent"] = Present,
        ["HKCategoryValuePresenceNotPresent"] = Absent,
        ["0"] = Present,
        ["1"] = Absent,
    };

    internal static IReadOnlyDictionary<string, double> Appetite { get; } = new Dictionary<string, double>
    {
        ["HKCategoryValueAppetiteChangesUnspecified"] = Present,
        ["HKCategoryValueAppetiteChangesNoChange"] = Absent,
        ["HKCategoryValueAppetiteChangesDecreased"] = Present,
        ["HKCategoryValueAppetiteChangesIncreased"] = Present,
        ["0"] = Present,
        ["1"] = Absent,
        ["2"] = Present,
        ["3"] = Present,
    };
}
