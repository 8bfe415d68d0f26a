using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Apple.AppleExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Apple;

public class AppleWordsTests
{
    [Theory]
    [InlineData("HKCategoryValueSleepAnalysisInBed", SleepStage.InBed)]
    [InlineData("HKCategoryValueSleepAnalysisAsleep", SleepStage.Asleep)]
    [InlineData("HKCategoryValueSleepAnalysisAsleepUnspecified", SleepStage.Asleep)]
    [InlineData("HKCategoryValueSleepAnalysisAwake", SleepStage.Awake)]
    [InlineData("HKCategoryValueSleepAnalysisAsleepCore", SleepStage.Light)]
    [InlineData("HKCategoryValueSleepAnalysisAsleepDeep", SleepStage.Deep)]
    [InlineData("HKCategoryValueSleepAnalysisAsleepREM", SleepStage.Rem)]
    [InlineData("0", SleepStage.InBed)]
    [InlineData("1", SleepStage.Asleep)]
    [InlineData("2", SleepStage.Awake)]
    [InlineData("3", SleepStage.Light)]
    [InlineData("4", SleepStage.Deep)]
    [InlineData("5", SleepStage.Rem)]
    public async Task Sleep_stages_old_new_and_raw_are_known(string value, SleepStage stage)
    {
        var result = await OfAsync(Record("HKCategoryTypeIdentifierSleepAnalysis", value));

        Assert.Equal((double)stage, result.Only(Metric.SleepStage));
    }

    [Theory]
    [InlineData("Headache", "HKCategoryValueSeverityUnspecified", Metric.HeadacheSeverity, -1)]
    [InlineData("Headache", "HKCategoryValueSeverityNotPresent", Metric.HeadacheSeverity, 0)]
    [InlineData("Headache", "HKCategoryValueSeverityMild", Metric.HeadacheSeverity, 2)]
    [InlineData("Fatigue", "HKCategoryValueSeverityModerate", Metric.FatigueSeverity, 5)]
    [InlineData("GeneralizedBodyAche", "HKCategoryValueSeveritySevere", Metric.BodyAcheSeverity, 8)]
    [InlineData("LowerBackPain", "4", Metric.LowerBackPainSeverity, 8)]
    [InlineData("SleepChanges", "HKCategoryValuePresencePresent", Metric.SleepChangesSeverity, -1)]
    [InlineData("MoodChanges", "HKCategoryValuePresenceNotPresent", Metric.MoodChangesSeverity, 0)]
    [InlineData("AppetiteChanges", "HKCategoryValueAppetiteChangesNoChange", Metric.AppetiteChangesSeverity, 0)]
    [InlineData("AppetiteChanges", "HKCategoryValueAppetiteChangesDecreased", Metric.AppetiteChangesSeverity, -1)]
    [InlineData("AppleStandHour", "HKCategoryValueAppleStandHourStood", Metric.StandHours, 1)]
    [InlineData("AppleStandHour", "HKCategoryValueAppleStandHourIdle", Metric.StandHours, 0)]
    public async Task Categories_become_numbers(string type, string value, Metric metric, double expected)
    {
        var result = await OfAsync(Record($"HKCategoryTypeIdentifier{type}", value));

        Assert.Equal(expected, result.Only(metric));
    }

    [Fact]
    public async Task A_new_word_is_rejected_by_name()
    {
        var result = await OfAsync(Record("HKCategoryTypeIdentifierSleepAnalysis", "HKCategoryValueSleepAnalysisDreaming"));

        Assert.Empty(result.Readings);
        Assert.Equal(["SleepAnalysis: the value 'HKCategoryValueSleepAnalysisDreaming' is not known"], result.Reasons);
    }
}
