using System.Globalization;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>Gives entries their keys: the row's own id, else what it is, when and where, and the how-manieth such row it is; never what a correction changes.</summary>
internal sealed class GenericDiary(ReadingContext context)
{
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);

    internal DiaryEntry Of(GenericRow row, string type, DiaryTime? time, DiaryFact? what) => new()
    {
        Key = row[GenericColumns.Id] is { } id ? DiaryEntry.KeyOf(DiaryEntry.Hand, "id", id) : KeyOf(row, type, time),
        Source = row[GenericColumns.Source] is { } source ? Source.Named(source, SourceKind.Manual) : DiaryEntry.Hand,
        Time = time,
        Said = context.ExportedAt,
        What = what,
    };

    private string KeyOf(GenericRow row, string type, DiaryTime? time)
    {
        var when = time?.At?.ToString("O", CultureInfo.InvariantCulture) ?? time?.Day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
        string[] parts = [type, when, row[GenericColumns.Side] ?? "", row[GenericColumns.Place] ?? ""];
        var same = DiaryEntry.KeyOf(DiaryEntry.Hand, parts);
        var ordinal = ordinals[same] = ordinals.GetValueOrDefault(same) + 1;
        return DiaryEntry.KeyOf(DiaryEntry.Hand, [.. parts, ordinal.ToString(CultureInfo.InvariantCulture)]);
    }
}
