using System.Text.Json;
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

    internal static void Add(JsonElement symptom, RowFindings findings)
    {
        if (Find(symptom.Text("name")) is not { } metric)
        {
            findings.Context.Facts.LeftUnread("symptoms of other kinds");
            return;
        }

        if (!Severities.TryGetValue(HealthAutoExportMetrics.Fold(symptom.Text("severity") ?? "Present"), out var number))
        {
            findings.Reject("a severity that is not known");
            return;
        }

        if (findings.Instant(symptom.Text("start")) is { } start)
        {
            var end = symptom.Text("end") is { } text ? findings.Instant(text) : start;
            findings.Add(metric, start, end ?? start, HealthKitWords.Severity[number], HealthAutoExportSource.Find(symptom.Text("source")));
        }
    }

    private static Metric? Find(string? name)
    {
        var folded = HealthAutoExportMetrics.Fold(name ?? "");
        var known = Words.GetValueOrDefault(folded) is { } word ? HealthKitMetrics.Find(word) : HealthKitMetrics.FindByLetters(folded);
        return known?.Words is not null && known.Metric.Info().Family is Family.Diary ? known.Metric : null;
    }
}
