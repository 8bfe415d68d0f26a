using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Alerting;
using KneeTwitch.Pipeline.Storage;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

/// <summary>An invented wearer with a story: short nights for six weeks, an even training, drinks logged only now and then.</summary>
internal static class Household
{
    public static readonly DateOnly LastDay = new(2026, 11, 15);
    public static readonly DateTimeOffset Now = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);

    private const int DaysOfHistory = 130, ShortNights = 42;

    /// <summary>Days, ledger, alerts and a finished import, written by the same rules as the product's.</summary>
    public static async Task MoveInAsync(WearerDatabase database, WearerLoader loader, Guid wearerId)
    {
        var cancel = TestContext.Current.CancellationToken;
        var wearer = (await loader.LoadAsync(wearerId, cancel)) with { Sex = Sex.Female, BirthYear = 1988 };
        var days = Enumerable.Range(0, DaysOfHistory).Select(Day).Where(day => day.Values.Count > 0).ToList();
        await using (var db = database.Open(wearerId))
        {
            db.Days.AddRange(days.Select(day => Row(wearerId, day)));
            db.Assessments.AddRange(Analysis.Run(new History(wearer, days, LastDay)).Select(assessment => Row(wearerId, assessment)));
            db.AnalyzedWearers.Add(new AnalyzedWearer { WearerId = wearerId, Through = LastDay, At = Now });
            var import = FinishedImport(wearerId);
            db.Imports.Add(import);
            db.ImportBatches.Add(new ImportBatch { WearerId = wearerId, ImportId = import.ImportId, Attempt = 1, Batch = 1, Readings = 214_033, Added = 201_540, UtcDays = [LastDay] });
            await db.SaveChangesAsync(cancel);
        }

        await new AlertTable(database).SettleAsync(wearerId, Now, null, cancel);
    }

    private static Import FinishedImport(Guid wearerId) => new()
    {
        WearerId = wearerId,
        ImportId = Guid.CreateVersion7(),
        FileHash = new string('a', 64),
        FileName = "export.zip",
        TotalBytes = 48_120_334,
        ReadBytes = 48_120_334,
        State = ImportState.Done,
        AcceptedAt = Now.AddHours(-1),
        FinishedAt = Now.AddMinutes(-58),
        Attempt = 1,
        Batches = 1,
        Format = "apple-health",
        Readings = 214_033,
        Rejected = 17,
        Rejects = [new StoredReject("a record without a value", 14, "export.xml line 8812"), new StoredReject("type not read: HKQuantityTypeIdentifierUVExposure", 3, "export.xml line 120")],
    };

    private static DaySummary Day(int index)
    {
        var day = LastDay.AddDays(index - DaysOfHistory + 1);
        var isShort = index >= DaysOfHistory - ShortNights;
        List<DayValue> values = [];
        void Add(Metric metric, double value, string? source = "Anna's Watch") => values.Add(new DayValue(metric, value, value == 0 ? DayState.Zero : DayState.Measured, 0.93, source));
        if (index % 11 != 4)
        {
            var asleep = (isShort ? 372 : 456) + (index * 37 % 41) - 20;
            Add(Metric.SleepMinutes, asleep);
            Add(Metric.InBedMinutes, asleep + 34);
        }

        Add(Metric.Steps, 7400 + (index * 613 % 4100), "Anna's Watch + iPhone");
        var trains = index % 7 is 1 or 3 or 5;
        Add(Metric.LegMinutes, trains ? 38 + (index % 5) : 0, null);
        Add(Metric.LegLoadRpe, trains ? 190 + (index * 17 % 40) : 0, null);
        Add(Metric.RestingHeartRateBpm, 57 + (index * 7 % 5));
        if (index % 7 is 0 or 2 or 3)
        {
            Add(Metric.WaterMl, 1700, "Drinks");
            Add(Metric.DrinkEntries, 5, null);
            Add(Metric.DrinkSpanMinutes, 640, null);
        }

        return new DaySummary { Day = day, Values = values };
    }

    private static StoredDay Row(Guid wearerId, DaySummary day) => new()
    {
        WearerId = wearerId,
        Day = day.Day,
        Metrics = [.. day.Values.Select(value => (short)value.Metric)],
        Values = [.. day.Values.Select(value => value.Value ?? 0)],
        Provenance = [],
        Notes = [],
        States = [.. day.Values.Select(value => (short)value.State)],
        Coverages = [.. day.Values.Select(value => (float)value.Coverage)],
        Sources = [.. day.Values.Select(value => value.Source ?? "")],
        Sessions = [],
    };

    private static StoredAssessment Row(Guid wearerId, Assessment assessment) => new()
    {
        WearerId = wearerId,
        Factor = assessment.Factor,
        Day = assessment.Day,
        Grade = (short?)assessment.Grade,
        IsClean = assessment.IsClean,
        Level = (short)assessment.Level,
        Standing = assessment.Standing,
        Since = assessment.Since,
        Reason = assessment.Reason,
        Missing = assessment.Missing,
        Evidence = assessment.Evidence.ToDictionary(),
        RuleVersion = assessment.RuleVersion,
    };
}
