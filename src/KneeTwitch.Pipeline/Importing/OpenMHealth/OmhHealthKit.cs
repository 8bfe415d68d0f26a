using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>HealthKit's samples, as the Granola library mirrors them.</summary>
internal static class OmhHealthKit
{
    private const string Quantity = "HKQuantityTypeIdentifier";
    private const string Category = "HKCategoryTypeIdentifier";
    private const string Dietary = "Dietary";
    private const string Mindful = "MindfulSession";

    /// <summary>Quantities that exist and are not read; every other name is none of HealthKit's.</summary>
    private static readonly HashSet<string> OtherQuantities =
    [
        "NikeFuel", "BodyMassIndex", "LeanBodyMass", "WaistCircumference", "BasalBodyTemperature", "BloodAlcoholContent", "PeripheralPerfusionIndex",
        "ForcedVitalCapacity", "ForcedExpiratoryVolume1", "PeakExpiratoryFlowRate", "NumberOfTimesFallen", "InhalerUsage", "InsulinDelivery",
        "ElectrodermalActivity", "UVExposure", "PushCount", "DistanceWheelchair", "DistanceDownhillSnowSports", "SwimmingStrokeCount", "AppleMoveTime",
        "EnvironmentalAudioExposure", "HeadphoneAudioExposure", "AtrialFibrillationBurden", "RunningSpeed", "RunningPower", "RunningStrideLength",
        "RunningVerticalOscillation", "RunningGroundContactTime", "TimeInDaylight", "PhysicalEffort", "CyclingCadence", "CyclingPower", "CyclingSpeed",
    ];

    internal static void Add(string schema, JsonElement body, OmhFrame frame, Source source, RowFindings findings)
    {
        if (!HasMetadata(body))
        {
            findings.Reject("metadata without a key or a value");
        }
        else if (schema is OmhSchemas.QuantitySample)
        {
            AddQuantity(body, frame, source, findings);
        }
        else if (schema is OmhSchemas.CategorySample)
        {
            AddCategory(body, frame, source, findings);
        }
        else
        {
            AddCorrelation(body, frame, source, findings);
        }
    }

    internal static bool HasMetadata(JsonElement body) => body.Items("metadata").All(IsMetadata);

    internal static bool IsMetadata(JsonElement tuple) =>
        tuple.Text("key") is not null && tuple.Field("value")?.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private static void AddQuantity(JsonElement sample, OmhFrame frame, Source source, RowFindings findings)
    {
        if (sample.Text("quantity_type") is not { } type || !type.StartsWith(Quantity, StringComparison.Ordinal))
        {
            findings.Reject("a sample without a quantity type");
            return;
        }

        var name = HealthKitMetrics.ShortName(type);
        var (pair, count) = (sample.Field("unit_value"), sample.Field("count"));
        if (pair is null == count is null)
        {
            findings.Reject("a sample with a value and a count, or with neither");
        }
        else if (HealthKitMetrics.Find(name) is not { Words: null } known)
        {
            LeaveUnread(name, OtherQuantities.Contains(name) || name.StartsWith(Dietary, StringComparison.Ordinal), findings);
        }
        else if ((pair?.Field("value") ?? count) is not { ValueKind: JsonValueKind.Number } number || number.AsNumber() is not { } plain)
        {
            findings.Reject("a value that is not a number");
        }
        else if (Value(plain, pair?.Text("unit") ?? "count", known) is not { } value)
        {
            findings.Reject($"the unit '{pair?.Text("unit")}' is not known");
        }
        else
        {
            FoundMeasure.Add(known.Metric, frame.Time, value, source, findings);
        }
    }

    /// <summary>HealthKit's percentages are fractions, of which some tools have already made a hundred.</summary>
    private static double? Value(double number, string unit, HealthKitMetric known) =>
        known.Dimension is Dimension.Percent ? (number <= 1 ? number * 100 : number) : Units.ToBase(number, unit, known.Dimension) / known.UnitSize;

    private static void AddCategory(JsonElement sample, OmhFrame frame, Source source, RowFindings findings)
    {
        if (sample.Text("category_type") is not { } type || !type.StartsWith(Category, StringComparison.Ordinal))
        {
            findings.Reject("a sample without a category type");
            return;
        }

        var name = HealthKitMetrics.ShortName(type);
        if (name == Mindful)
        {
            findings.Add(Metric.MindfulMinutes, frame.Time.Start, frame.Time.End, (frame.Time.End - frame.Time.Start).TotalMinutes, source);
        }
        else if (sample.Field("category_value") is not { ValueKind: JsonValueKind.String } word)
        {
            findings.Reject("a category that is no word");
        }
        else if (HealthKitMetrics.Find(name) is not { Words: not null } known)
        {
            LeaveUnread(name, isKnown: true, findings);
        }
        else if (known.ValueOf(word.GetString() ?? "") is { } value)
        {
            findings.Add(known.Metric, frame.Time.Start, frame.Time.End, value, source);
        }
        else
        {
            findings.Reject($"{known.Metric.Info().Label}: a word that is not known");
        }
    }

    private static void AddCorrelation(JsonElement correlation, OmhFrame frame, Source source, RowFindings findings)
    {
        JsonElement[] quantities = [.. correlation.Items("quantity_samples")], categories = [.. correlation.Items("category_samples")];
        if (correlation.Text("correlation_type") is null || quantities.Length + categories.Length == 0)
        {
            findings.Reject("a correlation without a type or samples");
            return;
        }

        foreach (var sample in quantities)
        {
            AddQuantity(sample, FrameOf(sample, frame, findings), source, findings);
        }

        foreach (var sample in categories)
        {
            AddCategory(sample, FrameOf(sample, frame, findings), source, findings);
        }
    }

    private static OmhFrame FrameOf(JsonElement sample, OmhFrame whole, RowFindings findings) =>
        sample.Field("effective_time_frame") is null ? whole : OmhFrame.Of(sample, null, findings) ?? whole;

    private static void LeaveUnread(string name, bool isKnown, RowFindings findings)
    {
        if (isKnown)
        {
            findings.Context.Facts.LeftUnread($"HealthKit's {name}");
        }
        else
        {
            findings.Reject("a type that HealthKit does not have");
        }
    }
}
