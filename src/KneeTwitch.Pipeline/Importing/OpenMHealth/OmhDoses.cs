using System.Globalization;
using System.Text.Json;
using KneeTwitch.Core.Diary;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>Doses of medicines that were taken, or were not.</summary>
internal static class OmhDoses
{
    internal static bool IsDose(OmhSchema schema) => schema.Name is OmhSchemas.DoseTaken or OmhSchemas.DoseNotTaken;

    internal static bool IsMedicine(JsonElement medicine) => NameOf(medicine) is not null && medicine.Items("strength").Any();

    /// <summary>
    /// The entry; the source's own id tells it from others, else medicine and time, since a converter makes up a new id each time it converts.
    /// </summary>
    internal static DiaryEntry? Of(OmhPoint point, OmhSchema schema, OmhFrame frame, RowFindings findings)
    {
        if (NameOf(point.Body.Field("medication") ?? default) is not { } name)
        {
            return null;
        }

        var taken = point.Body.Field("dose");
        var dose = new Dose
        {
            Name = name,
            Amount = taken?.Number("value"),
            Unit = taken?.Text("unit"),
            IsSkipped = schema.Name is OmhSchemas.DoseNotTaken,
            Remark = point.Body.Text("reason_for_missing_dose") ?? point.Body.Text("reason_dose_taken_not_as_prescribed") ?? point.Body.Text("user_notes"),
        };
        return new DiaryEntry
        {
            Key = point.SourceId is { } id ? DiaryEntry.KeyOf(point.Source, "point", id) : DiaryEntry.KeyOf(point.Source, "dose", name, Text(frame)),
            Source = point.Source,
            Time = frame.InDiary,
            Said = point.Created ?? findings.Context.ExportedAt,
            What = dose,
        };
    }

    private static string? NameOf(JsonElement medicine) => medicine.Text("trade_name") ?? medicine.Text("generic_name");

    private static string Text(OmhFrame frame) => frame.Time.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
