using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>
/// A first look at tables that hold days: how their dates are written, and which of several files tells a day. An export asked for again
/// holds the same days with what was edited since, so a day is taken from one file as a whole, never from two.
/// </summary>
internal sealed class DayFiles
{
    private const int MostDates = 1_000_000;
    private readonly Dictionary<string, Seen> files = [];
    private readonly Dictionary<(string Group, DateOnly Day), (int Rank, DateOnly Last, int Rows, int Number)> owners = [];
    private int dates;

    /// <param name="group">Files of one group tell the same days.</param>
    /// <param name="rank">Of two files of a group, the one of higher rank tells a day, whatever its age.</param>
    internal void Begin(ExportEntry entry, string group, int rank = 0) => files[entry.Path] = new Seen(group, rank, files.Count);

    /// <summary>A row has this date.</summary>
    internal void Saw(ExportEntry entry, string? date)
    {
        if (date is null || !files.TryGetValue(entry.Path, out var file))
        {
            return;
        }

        if (file.Dates.TryGetValue(date, out var rows))
        {
            file.Dates[date] = rows + 1;
        }
        else if (dates++ < MostDates)
        {
            file.Dates[date] = 1;
        }
    }

    /// <summary>To be called after the look: the file that reaches the latest day is the newest, and of two that reach as far the one with more of a day.</summary>
    internal void Decide()
    {
        foreach (var file in files.Values)
        {
            file.Order = Moments.OrderOf(file.Dates.Keys);
            var days = new Dictionary<DateOnly, int>();
            foreach (var (text, rows) in file.Dates)
            {
                if (Moments.Parse(text, file.Order) is { } moment)
                {
                    days[moment.Day] = days.GetValueOrDefault(moment.Day) + rows;
                }
                else
                {
                    file.IsAmbiguous |= file.Order is DateOrder.Unknown && Moments.Parse(text, DateOrder.DayFirst) is not null;
                }
            }

            var last = days.Count == 0 ? default : days.Keys.Max();
            foreach (var (day, rows) in days)
            {
                var claim = (file.Rank, last, rows, file.Number);
                if (!owners.TryGetValue((file.Group, day), out var best) || claim.CompareTo(best) > 0)
                {
                    owners[(file.Group, day)] = claim;
                }
            }

            file.Dates.Clear();
        }
    }

    /// <summary>How the file writes day and month.</summary>
    internal DateOrder OrderOf(ExportEntry entry) => files[entry.Path].Order;

    /// <summary>True where nothing in the file tells day and month apart.</summary>
    internal bool IsAmbiguous(ExportEntry entry) => files[entry.Path].IsAmbiguous;

    /// <summary>True where the file is the one to tell the day.</summary>
    internal bool Tells(ExportEntry entry, DateOnly day) =>
        files.TryGetValue(entry.Path, out var file) && (!owners.TryGetValue((file.Group, day), out var owner) || owner.Number == file.Number);

    private sealed record Seen(string Group, int Rank, int Number)
    {
        internal Dictionary<string, int> Dates { get; } = new(StringComparer.Ordinal);

        internal DateOrder Order { get; set; }

        internal bool IsAmbiguous { get; set; }
    }
}
