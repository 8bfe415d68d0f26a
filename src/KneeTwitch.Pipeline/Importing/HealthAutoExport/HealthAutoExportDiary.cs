using System.Globalization;
using System.Text.Json;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>What people note in the Health app and is no measurement: doses of medicines, and symptoms for which there is no metric.</summary>
internal static class HealthAutoExportDiary
{
    private static readonly Source App = HealthAutoExportSource.Find(null);

    /// <summary>A dose that was taken or said to be skipped; null for one that was only planned, or after a reject.</summary>
    internal static DiaryEntry? Dose(JsonElement item, RowFindings findings)
    {
        if (item.Text("status") is not ("Taken" or "Skipped"))
        {
            findings.Context.Facts.LeftUnread("doses of medicines that were planned and not answered");
            return null;
        }

        if ((item.Text("displayText") ?? item.Text("nickname")) is not { } name)
        {
            findings.Reject("a dose without a name");
            return null;
        }

        // The plan tells a dose from others: what was said of it may change.
        var planned = item.Text("scheduledDate") ?? item.Text("start");
        if (findings.Instant(item.Text("start") ?? planned) is not { } at || findings.Instant(planned) is not { } key)
        {
            return null;
        }

        var dose = new Dose { Name = name, Amount = item.Number("dosage"), IsSkipped = item.Text("status") is "Skipped" };
        return Entry(App, at, dose, findings, "dose", name, key);
    }

    /// <summary>A symptom that is no metric; how bad it was is null where only its presence was said.</summary>
    /// <param name="severity">By the diary's scale, or below zero.</param>
    internal static DiaryEntry Symptom(string name, DateTimeOffset start, double severity, Source source, RowFindings findings) =>
        Entry(source, start, new Symptom { Name = name, Severity = severity >= 0 ? severity : null }, findings, "symptom", name, start);

    private static DiaryEntry Entry(Source source, DateTimeOffset at, DiaryFact what, RowFindings findings, string kind, string name, DateTimeOffset key) => new()
    {
        Key = DiaryEntry.KeyOf(source, kind, name, key.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        Source = source,
        Time = DiaryTime.Instant(at),
        Said = findings.Context.ExportedAt,
        What = what,
    };
}
