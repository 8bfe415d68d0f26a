using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Oura;

/// <summary>Tags that are no symptom: what the wearer ticked, in Oura's word or in their own, with what they wrote beside it.</summary>
internal static class OuraTags
{
    private const string Prefix = "tag_";
    private const string Generic = "generic_";
    private static readonly Source Typed = Source.Named("Oura, typed in", SourceKind.Manual);

    /// <summary>The entry of a record; null where it is no such tag.</summary>
    internal static DiaryEntry? Entry(OuraRecord record, RowFindings findings)
    {
        if (!record.Has("tag_type_code") || record.Text("tag_type_code") is not { } code || OuraWords.SymptomOf(code) is not null)
        {
            return null;
        }

        var time = Moments.Parse(record.Text("start_time")) is { HasTime: true } start ? DiaryTime.Instant(start.ToUtc(findings.Context.Zones))
            : Moments.Parse(record.Text("start_day") ?? record.Text("day")) is { } day ? DiaryTime.On(day.Day)
            : null;
        if (time is null)
        {
            findings.Reject("a date that cannot be read");
            return null;
        }

        var name = record.Text("custom_name") ?? (code.StartsWith(Prefix, StringComparison.Ordinal) ? code[Prefix.Length..] : code);
        name = name.StartsWith(Generic, StringComparison.Ordinal) ? name[Generic.Length..] : name;
        return new DiaryEntry
        {
            Key = DiaryEntry.KeyOf(Typed, record.Text("id") ?? FormattableString.Invariant($"{code} {time.At:O} {time.Day:O}")),
            Source = Typed,
            Time = time,
            Said = findings.Context.ExportedAt,
            What = new Tag { Name = name, IsYes = true, Remark = record.Text("comment") },
        };
    }
}
