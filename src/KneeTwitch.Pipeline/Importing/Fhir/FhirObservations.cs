using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>One observation: its own value, and those of its components.</summary>
internal sealed class FhirObservations(FhirCensus census, FhirNights nights, FhirWorkouts workouts)
{
    private const string Statistics = "observation-statistics";

    /// <summary>LOINC's answers to what kind of exercise it was.</summary>
    private static readonly Dictionary<string, Sport> Exercises = new(StringComparer.Ordinal)
    {
        ["LA11834-1"] = Sport.Walk,
        ["LA11835-8"] = Sport.Run,
        ["LA11836-6"] = Sport.Run,
        ["LA11837-4"] = Sport.Swim,
        ["LA11838-2"] = Sport.Cycle,
        ["LA11839-0"] = Sport.Strength,
        ["LA11840-8"] = Sport.Other,
    };

    internal void Add(JsonElement observation, RowFindings findings)
    {
        var facts = findings.Context.Facts;
        if (WhyNot(observation, facts) is { } why)
        {
            facts.LeftUnread(why);
            return;
        }

        var code = FhirCodes.Find(observation.Field("code"));
        var components = ComponentsOf(observation, facts);
        if (code?.Role is FhirRole.Unread)
        {
            facts.LeftUnread(code.Why ?? "");
        }
        else if (components.Count == 0 && (code is null || IsStatistic(observation)))
        {
            facts.LeftUnread(IsStatistic(observation) ? $"statistics over a time: {NameOf(observation)}" : $"observation {NameOf(observation)}");
        }
        else if (FhirTimes.Of(observation, findings) is { } time)
        {
            var source = FhirSources.Of(observation);
            if (code is not null && (FhirValues.HasValue(observation) || components.Count == 0))
            {
                AddValue(observation, code, time, source, findings);
            }

            foreach (var (component, known) in components)
            {
                AddValue(component, known, time, source, findings);
            }
        }
    }

    private static string? WhyNot(JsonElement observation, ExportFacts facts)
    {
        var status = observation.Text("status");
        if (status is "preliminary")
        {
            facts.LeftUnread("the mark that observations are preliminary");
        }

        return status switch
        {
            null or "final" or "amended" or "corrected" or "appended" or "preliminary" => observation.Field("focus") is null ? null : "observations of something other than the person",
            "entered-in-error" or "cancelled" => "observations that were entered in error or cancelled",
            _ => $"observations with the status {status}",
        };
    }

    /// <summary>The components that are values of their own. Where a panel's members are resources of this export, those say the same.</summary>
    private List<(JsonElement Component, FhirCode Code)> ComponentsOf(JsonElement observation, ExportFacts facts)
    {
        var components = new List<(JsonElement Component, FhirCode Code)>();
        foreach (var component in observation.Items("component"))
        {
            if (FhirCodes.Find(component.Field("code")) is { Role: not FhirRole.Unread } code && FhirValues.HasValue(component))
            {
                components.Add((component, code));
            }
        }

        if (components.Count > 0 && observation.Items("hasMember").Any(member => member.Text("reference") is { } reference && census.Has(reference)))
        {
            facts.LeftUnread("components that repeat members of their panel", components.Count);
            components.Clear();
        }

        return components;
    }

    /// <summary>True where the components are a maximum, an average and so on of what was measured over the time.</summary>
    private static bool IsStatistic(JsonElement observation) =>
        !FhirValues.HasValue(observation)
        && observation.Items("component").SelectMany(component => component.Field("code")?.Items("coding") ?? [])
            .Any(coding => coding.Text("system")?.EndsWith(Statistics, StringComparison.Ordinal) is true);

    private static string NameOf(JsonElement observation) =>
        observation.Field("code")?.Items("coding").Select(coding => coding.Text("code")).FirstOrDefault(code => code is not null) ?? "without a code";

    private void AddValue(JsonElement holder, FhirCode code, FoundTime time, Source source, RowFindings findings)
    {
        switch (code.Role)
        {
            case FhirRole.Measure when holder.Field("valueSampledData") is { } data:
                FhirSamples.Add(data, code, time, source, findings);
                break;
            case FhirRole.Workout when code.Metric is Metric.WorkoutSport:
                workouts.Add(code.Metric, time, (double)SportOf(holder), source, findings);
                break;
            case FhirRole.Category:
                AddCategory(holder, code, time, source, findings);
                break;
            case FhirRole.Symptom or FhirRole.NamedSymptom:
                AddSymptom(holder, code, time, source, findings);
                break;
            case FhirRole.Session:
                AddPlaced(code.Metric, time, (time.End - time.Start).TotalMinutes, source, findings);
                break;
            default:
                AddQuantity(holder, code, time, source, findings);
                break;
        }
    }

    private void AddQuantity(JsonElement holder, FhirCode code, FoundTime time, Source source, RowFindings findings)
    {
        if (FhirValues.Quantity(holder, code, findings) is not var (value, per))
        {
            return;
        }

        if (per is not null && (per is not "d" || time.IsLongerThanADay))
        {
            // So many a day, over weeks: an average, and no sum of anything.
            findings.Context.Facts.LeftUnread($"statistics over a time: {code.Metric.Info().Label}");
            return;
        }

        if (code.Role is FhirRole.Night)
        {
            nights.Add(code.Stage, time, value, source, findings);
        }
        else if (code.Role is FhirRole.Workout)
        {
            workouts.Add(code.Metric, time, value, source, findings);
        }
        else if (per is "d" && time.Day is null)
        {
            var zones = findings.Context.Zones;
            FoundMeasure.Add(code.Metric, FoundTime.On(zones.DayOf(time.Start + ((time.End - time.Start) / 2)), zones), value, source, findings);
        }
        else
        {
            FoundMeasure.Add(code.Metric, time, value, source, findings);
        }
    }

    private static void AddCategory(JsonElement holder, FhirCode code, FoundTime time, Source source, RowFindings findings)
    {
        var value = FhirValues.WordsOf(holder).Select(word => code.Category?.ValueOf(word)).FirstOrDefault(known => known is not null);
        if (value is null)
        {
            findings.Reject($"{code.Metric.Info().Label}: a word that is not known");
        }
        else
        {
            AddPlaced(code.Metric, time, value.Value, source, findings);
        }
    }

    private static void AddSymptom(JsonElement holder, FhirCode code, FoundTime time, Source source, RowFindings findings)
    {
        var symptom = code.Role is FhirRole.Symptom ? code : FhirCodes.Find(holder.Field("valueCodeableConcept"));
        if (symptom is not { Role: FhirRole.Symptom })
        {
            findings.Context.Facts.LeftUnread("symptoms of other kinds");
        }
        else if (FhirSymptoms.SeverityOf(holder, code) is not { } severity)
        {
            findings.Reject("a severity that is not known");
        }
        else
        {
            FoundMeasure.Add(symptom.Metric, time, severity, source, findings);
        }
    }

    private static void AddPlaced(Metric metric, FoundTime time, double value, Source source, RowFindings findings)
    {
        if (time.Day is not null)
        {
            findings.Reject("a time of day that is missing");
        }
        else
        {
            findings.Add(metric, time.Start, time.End, value, source);
        }
    }

    private static Sport SportOf(JsonElement holder)
    {
        foreach (var word in FhirValues.WordsOf(holder))
        {
            var sport = Exercises.GetValueOrDefault(word);
            sport = sport is Sport.Other ? HealthKitSports.Find(word) : sport;
            sport = sport is Sport.Other ? SportWords.Find(word) : sport;
            if (sport is not Sport.Other)
            {
                return sport;
            }
        }

        return Sport.Other;
    }
}
