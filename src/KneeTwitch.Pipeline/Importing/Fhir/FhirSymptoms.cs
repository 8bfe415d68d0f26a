using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>Symptoms by SNOMED's findings, and how bad they are.</summary>
internal static class FhirSymptoms
{
    private const string Severity = "246112005";
    private const double Present = -1;
    private const double Most = 10;

    private static readonly Dictionary<string, Metric> Findings = new(StringComparer.Ordinal)
    {
        ["25064002"] = Metric.HeadacheSeverity,
        ["84229001"] = Metric.FatigueSeverity,
        ["422587007"] = Metric.NauseaSeverity,
        ["116289008"] = Metric.BloatingSeverity,
        ["279039007"] = Metric.LowerBackPainSeverity,
        ["82991003"] = Metric.BodyAcheSeverity,
        ["404640003"] = Metric.DizzinessSeverity,
        ["23924001"] = Metric.ChestTightnessSeverity,
        ["29857009"] = Metric.ChestTightnessSeverity,
        ["271594007"] = Metric.FaintingSeverity,
        ["386661006"] = Metric.FeverSeverity,
        ["43724002"] = Metric.ChillsSeverity,
        ["62315008"] = Metric.DiarrheaSeverity,
        ["422400008"] = Metric.VomitingSeverity,
        ["267036007"] = Metric.ShortnessOfBreathSeverity,
        ["80313002"] = Metric.RacingHeartbeatSeverity,
        ["165232002"] = Metric.BladderIncontinenceSeverity,
        ["42984000"] = Metric.NightSweatsSeverity,
        ["49727002"] = Metric.CoughingSeverity,
        ["16331000"] = Metric.HeartburnSeverity,
        ["14760008"] = Metric.ConstipationSeverity,
        ["30473006"] = Metric.PelvicPainSeverity,
        ["162397003"] = Metric.SoreThroatSeverity,
        ["267102003"] = Metric.SoreThroatSeverity,
    };

    /// <summary>SNOMED's and LOINC's answers, as HealthKit's raw numbers.</summary>
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["255604002"] = "2",
        ["6736007"] = "3",
        ["24484000"] = "4",
        ["52101004"] = "0",
        ["2667000"] = "1",
        ["LA6752-5"] = "2",
        ["LA6751-7"] = "3",
        ["LA6750-9"] = "4",
        ["LA9633-4"] = "0",
        ["LA9634-2"] = "1",
        ["LA33-6"] = "0",
        ["LA32-8"] = "1",
        ["Y"] = "0",
        ["N"] = "1",
    };

    private static readonly HealthKitMetric Words = HealthKitMetric.OfCategory(Metric.HeadacheSeverity, HealthKitWords.Severity);

    internal static FhirCode? Find(string code) => Findings.TryGetValue(code, out var metric) ? FhirCode.Symptom(metric) : null;

    /// <summary>The severity that an observation says; present where it says none; null where what it says is not known.</summary>
    internal static double? SeverityOf(JsonElement observation, FhirCode code)
    {
        foreach (var component in observation.Items("component"))
        {
            if (component.Field("code")?.Items("coding").Any(coding => coding.Text("code") is Severity) is true)
            {
                return Said(component, code);
            }
        }

        return code.Role is FhirRole.NamedSymptom || !FhirValues.HasValue(observation) ? Present : Said(observation, code);
    }

    private static double? Said(JsonElement holder, FhirCode code)
    {
        if (holder.Field("valueBoolean") is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag)
        {
            return Words.ValueOf(flag.ValueKind is JsonValueKind.True ? "0" : "1");
        }

        if (FhirValues.PlainNumber(holder) is { } number)
        {
            // HealthKit's numbers are names of severities; anybody else's count from 0 to 10.
            return code.Category is { } category ? category.ValueOf(number.ToString(System.Globalization.CultureInfo.InvariantCulture))
                : number is >= 0 and <= Most ? number
                : null;
        }

        var words = code.Category ?? Words;
        return FhirValues.WordsOf(holder).Select(word => words.ValueOf(Answers.GetValueOrDefault(word, word))).FirstOrDefault(known => known is not null);
    }
}
