using System.Text.Json;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>What a body says, by its schema.</summary>
internal sealed class OmhBodies(OmhNights nights)
{
    private const string Statistic = "descriptive_statistic";
    private const string NearActivity = "temporal_relationship_to_physical_activity";
    private const string AtRest = "at rest";
    private const int LongestWord = 40;

    /// <summary>Fields that take one of a few words.</summary>
    private static readonly (string Field, string[] Words)[] Choices =
    [
        ("reported_activity_intensity", ["light", "moderate", "vigorous"]),
        (NearActivity, [AtRest, "active", "before exercise", "after exercise", "during exercise"]),
        ("temporal_relationship_to_sleep", ["before sleeping", "during sleep", "on waking"]),
    ];

    /// <summary>Adds what a body measured; gives what belongs into the diary instead, or null.</summary>
    internal DiaryEntry? Add(OmhPoint point, OmhSchema schema, RowFindings findings)
    {
        var body = point.Body;
        if (WhyNot(body, schema) is { } reason)
        {
            findings.Reject(reason);
        }
        else if (schema.Name is OmhSchemas.Medication or OmhSchemas.PartOfDay or OmhSchemas.Metadata)
        {
            findings.Context.Facts.LeftUnread($"schema {schema.Name}");
        }
        else if (OmhFrame.Of(body, schema.Major < 2 ? point.SourceCreated : null, findings) is { } frame)
        {
            if (OmhDoses.IsDose(schema))
            {
                return OmhDoses.Of(point, schema, frame, findings);
            }

            Add(body, schema, frame, point.Source, findings);
        }

        return null;
    }

    private static string? WhyNot(JsonElement body, OmhSchema schema) => schema.Name switch
    {
        OmhSchemas.PartOfDay => OmhFrame.IsPartOfDay(body.AsText()) ? null : "a part of a day that is none",
        OmhSchemas.Metadata => OmhHealthKit.IsMetadata(body) ? null : "metadata without a key or a value",
        _ when body.ValueKind is not JsonValueKind.Object => "a body that is no object",
        _ when !body.EnumerateObject().Any() => "an empty body",
        OmhSchemas.Medication => OmhDoses.IsMedicine(body) ? null : "a medicine without a name or a strength",
        OmhSchemas.DoseTaken or OmhSchemas.DoseNotTaken => OmhDoses.IsMedicine(body.Field("medication") ?? default) ? null : "a medicine without a name or a strength",
        _ => Array.Exists(Choices, choice => body.Field(choice.Field) is { } word && !choice.Words.Contains(word.AsText())) ? "a word that the schema does not have" : null,
    };

    private void Add(JsonElement body, OmhSchema schema, OmhFrame frame, Source source, RowFindings findings)
    {
        switch (schema.Name)
        {
            case OmhSchemas.QuantitySample or OmhSchemas.CategorySample or OmhSchemas.Correlation:
                OmhHealthKit.Add(schema.Name, body, frame, source, findings);
                break;
            case OmhSchemas.PhysicalActivity or OmhSchemas.Workout:
                OmhActivities.Add(body, frame, source, findings);
                break;
            case OmhSchemas.SleepEpisode when frame.IsInterval && !frame.IsVague && !frame.Time.IsLongerThanADay:
                nights.AddEpisode(body, frame, source, findings);
                break;
            case OmhSchemas.SleepEpisode:
                findings.Reject("an episode of sleep without an interval");
                break;
            case OmhSchemas.BloodPressure:
                AddPressure(body, frame, source, findings);
                break;
            default:
                AddMeasure(body, schema, frame, source, findings);
                break;
        }
    }

    private void AddMeasure(JsonElement body, OmhSchema schema, OmhFrame frame, Source source, RowFindings findings)
    {
        if (OmhSchemas.Find(schema.Name) is not { } measure)
        {
            findings.Context.Facts.LeftUnread($"schema {schema.Name}");
        }
        else if (body.Field(measure.Field) is not { } said)
        {
            findings.Reject($"a body without {measure.Field}");
        }
        else if (measure.IntervalFrom is > 0 and var from && schema.Major >= from && !frame.IsInterval)
        {
            findings.Reject("an instant where the schema wants an interval");
        }
        else if (ValueOf(said, measure, findings) is { } value && HasGoodOxygen(body, findings) && !IsStatistic(body, schema, findings))
        {
            Place(body, schema, measure, value, frame, source, findings);
        }
    }

    private void Place(JsonElement body, OmhSchema schema, OmhMeasure measure, double value, OmhFrame frame, Source source, RowFindings findings)
    {
        if (schema.Name is OmhSchemas.SleepDuration or OmhSchemas.TotalSleepTime)
        {
            nights.AddLength(value, frame, source, findings);
        }
        else if (measure.Metric is not { } metric)
        {
            findings.Context.Facts.LeftUnread(measure.Unread ?? schema.Name);
        }
        else if (metric is Metric.ActiveEnergyKcal && frame.Time.Day is not null && body.Text("activity_name") is null)
        {
            findings.Context.Facts.LeftUnread("energy of days, rest and activity in one number");
        }
        else
        {
            var isResting = metric is Metric.HeartRateBpm && frame.Time.Day is not null && body.Text(NearActivity) is AtRest;
            FoundMeasure.Add(isResting ? Metric.RestingHeartRateBpm : metric, frame.Time, value / measure.UnitSize, source, findings);
        }
    }

    /// <summary>An object with value and unit; steps were a plain number at first.</summary>
    private static double? ValueOf(JsonElement said, OmhMeasure measure, RowFindings findings)
    {
        if (said.ValueKind is JsonValueKind.Object)
        {
            if (measure.OnlyUnit is { } only && said.Text("unit") != only)
            {
                findings.Reject($"the unit '{said.Text("unit")}' is none of the schema");
                return null;
            }

            return OmhUnits.Value(said, measure.Dimension, findings);
        }

        if (measure.Dimension is Dimension.Count && said.ValueKind is JsonValueKind.Number && said.AsNumber() is { } number)
        {
            return number;
        }

        findings.Reject("a value that is not a number");
        return null;
    }

    /// <summary>A maximum of a day over four months is a statistic of them, and no count of anything.</summary>
    private static bool IsStatistic(JsonElement body, OmhSchema schema, RowFindings findings)
    {
        if (body.Field(Statistic) is not { } said)
        {
            return false;
        }

        var word = said.AsText() ?? "of a kind";
        findings.Context.Facts.LeftUnread($"statistics ({word[..Math.Min(word.Length, LongestWord)]}) of {schema.Name}");
        return true;
    }

    private static bool HasGoodOxygen(JsonElement body, RowFindings findings)
    {
        if (body.Field("supplemental_oxygen_flow_rate") is { } flow && flow.Text("unit") is not "L/min")
        {
            findings.Reject($"the unit '{flow.Text("unit")}' is none of the schema");
            return false;
        }

        return true;
    }

    private static void AddPressure(JsonElement body, OmhFrame frame, Source source, RowFindings findings)
    {
        foreach (var (field, metric) in (ReadOnlySpan<(string, Metric)>)[("systolic_blood_pressure", Metric.SystolicMmhg), ("diastolic_blood_pressure", Metric.DiastolicMmhg)])
        {
            if (body.Field(field) is not { } said)
            {
                findings.Reject($"a body without {field}");
            }
            else if (OmhUnits.Value(said, Dimension.Pressure, findings) is { } value && !IsStatistic(body, new OmhSchema("omh", OmhSchemas.BloodPressure, 0), findings))
            {
                FoundMeasure.Add(metric, frame.Time, value, source, findings);
            }
        }
    }
}
