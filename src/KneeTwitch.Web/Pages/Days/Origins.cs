using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using static KneeTwitch.Web.Words;

namespace KneeTwitch.Web.Pages.Days;

/// <summary>Where a number comes from, in words.</summary>
internal static class Origins
{
    /// <summary>Why something that was said does not count.</summary>
    public static string Why(SetAsideReason reason) => reason switch
    {
        SetAsideReason.LessTrusted => "a more trusted source spoke for the same time",
        SetAsideReason.Copy => "the same entry, which another source has too",
        SetAsideReason.Repeated => "said more than once, or told anew later",
        SetAsideReason.WithinTotal => "a total of many hours, counted in its parts already",
        SetAsideReason.NotAsleep => "in bed is not asleep",
        SetAsideReason.VendorTotal => "its own total of the day, compared and not added",
        SetAsideReason.Milder => "another report of the day was worse",
        _ => "set aside",
    };

    public static string Note(DayNote note) => note.Kind switch
    {
        NoteKind.VendorDiffers =>
            $"{note.Metric.Info().Label}: {note.Source} itself gives {Value(note.Metric, note.Said)} for the day, which is more than 10\u202F% away from {Value(note.Metric, note.Value)}.",
        _ => $"{note.Metric.Info().Label}: {note.Source} says {Value(note.Metric, note.Said)}.",
    };

    /// <summary>How much of the day the data can speak for, where that is known to be less than all.</summary>
    public static string State(DayValue value) => value.State switch
    {
        DayState.Zero => "known to be none",
        DayState.Missing => "no data",
        _ when value.IsEstimate => $"estimate, {Percent(value.Coverage)} covered",
        _ => $"{Percent(value.Coverage)} covered",
    };

    /// <summary>Such as "4 h 15 min"; nothing for entries and spot measurements.</summary>
    public static string? Time(double minutes) => minutes > 0 ? Duration(minutes) : null;
}
