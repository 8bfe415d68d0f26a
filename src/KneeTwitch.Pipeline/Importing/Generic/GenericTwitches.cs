using KneeTwitch.Core.Diary;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>A row of a twitch diary as what it says. A blank is something that was not asked, never a "no".</summary>
internal static class GenericTwitches
{
    /// <summary>The episode, or the check-in of a day without one; null, with the reason, where a field cannot be understood.</summary>
    internal static (DiaryFact? Fact, string? WhyNot) Of(GenericRow row)
    {
        string? wrong = null;

        T? Read<T>(string column, Func<string, T?> understand, string whyNot)
            where T : struct
        {
            if (row[column] is not { } text || text is "-")
            {
                return null;
            }

            var value = understand(text);
            wrong = value is null ? wrong ?? $"{column}: {whyNot}" : wrong;
            return value;
        }

        bool? Answer(string column) => Read(column, GenericWords.YesOrNo, "neither yes nor no");

        var intensity = Read<double>(GenericColumns.Intensity, text => GenericWords.Severity(text, row.HasDecimalComma), "not 0 to 10, mild, moderate or severe");
        var seconds = Read<double>(GenericColumns.Seconds, text => GenericWords.Seconds(text, row.HasDecimalComma), "no duration of up to a day")
            ?? Read<double>(GenericColumns.Duration, text => GenericWords.Seconds(text, row.HasDecimalComma), "no duration of up to a day");
        var count = Read<double>(GenericColumns.Count, _ => row.Number(GenericColumns.Count) is >= 0 and <= 100_000 and var times && times == Math.Floor(times) ? times : null, "not a whole number");
        var twitch = new Twitch
        {
            Side = Read(GenericColumns.Side, GenericWords.SideOf, "not L, R, B or -"),
            Place = row[GenericColumns.Place] is { } place and not "-" ? GenericWords.PlaceOf(place) : null,
            Muscle = row[GenericColumns.Muscle],
            Minutes = seconds / 60,
            Intensity = intensity,
            Count = (int?)count,
            AtRest = Answer(GenericColumns.AtRest),
            AfterExercise = Answer(GenericColumns.AfterExercise),
            IsWeak = Answer(GenericColumns.Weakness),
            IsCramped = Answer(GenericColumns.Cramp),
            Triggers = [.. (row[GenericColumns.Trigger] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Remark = RemarkOf(row),
        };
        var isNothing = twitch.Place is { } word && GenericWords.IsNowhere(word);
        return wrong is not null ? (null, wrong)
            : isNothing || (twitch.Place is null && intensity is 0) ? (new CheckIn { HasTwitched = false, Remark = twitch.Remark }, null)
            : (twitch, null);
    }

    /// <summary>The note, and what stands in columns that are none of ours.</summary>
    internal static string? RemarkOf(GenericRow row)
    {
        string[] all = [.. row[GenericColumns.Note] is { } note ? [note] : Array.Empty<string>(), .. row.Others.Select(other => $"{other.Key}: {other.Value}")];
        return all.Length == 0 ? null : string.Join('\n', all);
    }
}
