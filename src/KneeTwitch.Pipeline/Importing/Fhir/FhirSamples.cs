using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>Values at equal distances, written as one text.</summary>
internal static class FhirSamples
{
    private const double LeastMilliseconds = 1_000;
    private const int MostSamples = 1_000_000;

    internal static void Add(JsonElement data, FhirCode code, FoundTime time, Source source, RowFindings findings)
    {
        var period = data.Number("period") ?? 0;
        if (data.Field("origin")?.Field("value") is not { } zero || data.Text("data") is not { } text || period <= 0 || (data.Whole("dimensions") ?? 1) != 1)
        {
            findings.Reject("sampled data without origin, period or values, or with several of them at a time");
            return;
        }

        if (period < LeastMilliseconds)
        {
            findings.Context.Facts.LeftUnread("data sampled more often than once a second");
            return;
        }

        if (time.Day is not null)
        {
            findings.Reject("sampled data without a time of day");
            return;
        }

        var origin = data.Field("origin") ?? default;
        var unit = origin.Text("code") ?? origin.Text("unit") ?? "";
        var factor = data.Number("factor") ?? 1;
        var length = code.Metric.Info().DayRule is DayRule.SlotSum ? period : 0;
        var i = 0;
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n"))
        {
            var sample = text.AsSpan(range);
            if (sample.IsEmpty)
            {
                continue;
            }

            if (i >= MostSamples)
            {
                findings.Reject("sampled data that are too long");
                return;
            }

            var at = time.Start.AddMilliseconds(period * i++);
            if (sample is "E" or "U" or "L")
            {
                findings.Context.Facts.LeftUnread("samples that could not be measured");
            }
            else if (TextNumber.Parse(sample.ToString()) is not { } number)
            {
                findings.Reject("a sample that is not a number");
            }
            else if (zero.AsNumber() is not { } start || Ucum.ToBase(start + (factor * number), unit, code.Dimension) is not var (value, _))
            {
                findings.Reject($"the unit '{unit}' is not known");
                return;
            }
            else
            {
                findings.Add(code.Metric, at, at.AddMilliseconds(length), value / code.UnitSize, source);
            }
        }
    }
}
