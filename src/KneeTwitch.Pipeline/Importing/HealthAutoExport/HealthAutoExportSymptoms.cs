using System.Text.Json;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>Symptoms as the Health app names them to people.</summary>
internal static class HealthAutoExportSymptoms
{
    /// <summary>Where the words differ from HealthKit's own.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["bodyandmuscleache"] = "GeneralizedBodyAche",
        ["bodyache"] = "GeneralizedBodyAche",
        ["chesttightnessorpain"] = "ChestTightnessOrPain",
        ["rapidpoundingorflutteringheartbeat"] = "RapidPoundingOrFlutteringHeartbeat",
        ["rapidorpoundingheartbeat"] = "RapidPoundingOrFlutteringHeartbeat",
    };

    private static readonly Dictionary<string, string> Severities = new(StringComparer.Ordinal)
    {
        ["unspecified"] = "0",
        ["present"] = "0",
        ["notpresent"] = "1",
        ["mild"] = "2",
        ["moderate"] = "3",
        ["severe"] = "4",
    };

    /// <summary>Adds a symptom that is a metric; any other is an entry of the diary.</summary>
    internal static DiaryEntry? Add(JsonElement symptom, RowFindings findings)
    {
        if (symptom.Text("name") is not { } name)
        {
            findings.Reject("a symptom without a name");
            return null;
        }

        if (!Severities.TryGetValue(HealthAutoExportMetrics.Fold(symptom.Text("severity") ?? "Present"), out var number))
        {
            findings.Reject("a severity that is not known");
            return null;
        }

        if (findings.Instant(symptom.Text("start")) is not { } start)
        {
            return null;
        }

        var (severity, source) = (HealthKitWords.Severity[number], HealthAutoExportSource.Find(symptom.Text("source")));
        if (Find(name) is not { } metric)
        {
            return HealthAutoExportDiary.Symptom(name, start, severity, source, findings);
        }

        var end = symptom.Text("end") is { } text ? findings.Instant(text) : start;
        findings.Add(metric, start, end ?? start, severity, source);
        return null;
    }

    private static Metric? Find(string name)
    {
        var folded = HealthAutoExportMetrics.Fold(name);
        var known = Words.GetValueOrDefault(folded) is { } word ? HealthKitMetrics.Find(word) : HealthKitMetrics.FindByLetters(folded);
        return known?.Words is not null && known.Metric.Info().Family is Family.Diary ? known.Metric : null;
    }
}
