using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>Active zone minutes, which the vendor counts twice in the upper zones, as minutes of moderate and vigorous activity.</summary>
internal static class FitbitZones
{
    internal static void Add(CsvRow row, FitbitImport import, RowFindings findings)
    {
        var metric = row.FirstOf("heart_zone_id", "heart rate zone")?.ToUpperInvariant().Replace('_', ' ') switch
        {
            "FAT BURN" or "MODERATE" => Metric.ModerateMinutes,
            "CARDIO" or "PEAK" or "VIGOROUS" => Metric.VigorousMinutes,
            _ => (Metric?)null,
        };
        if (metric is not { } known)
        {
            findings.Reject("a zone that is not known");
            return;
        }

        var counted = row.Number("total_minutes");
        if (import.Instant(row.FirstOf("date_time", "timestamp"), findings) is { } at)
        {
            findings.Add(known, at, at.AddMinutes(1), known is Metric.VigorousMinutes ? counted / 2 : counted, FitbitImport.Tracker);
        }
    }
}
