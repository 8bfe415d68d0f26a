using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>
/// What vendors said of whole days: kept as such, standing in for the day's number where finer data is missing, and checked against it where
/// it is not. Never added to it.
/// </summary>
internal sealed class VendorTotals(ReadingIndex readings)
{
    /// <summary>A difference of more than this share of the merged number is worth a note.</summary>
    internal const double Tolerance = 0.10;

    private const int DaySeconds = 24 * 3600;

    private readonly List<Timed> buffer = [];

    /// <param name="day">The day.</param>
    /// <param name="wornShare">The share of the day that something was worn, 0 where that is not known.</param>
    /// <param name="values">Where finer data has been put already.</param>
    internal void Add(DayFrame day, double wornShare, DayValues values)
    {
        foreach (var (total, metric) in DayTotals.Pairs)
        {
            if (Find(total, day) is not var (said, source, from))
            {
                continue;
            }

            values.Measured(total, said, 1, source, from);

            // Vendors write a zero for a day on which the device stayed in a drawer; and a zero counted on a table is no rival to a total.
            if (said > 0 && values[metric] is null or 0)
            {
                values.Measured(metric, said, wornShare > 0 && total.Info().Family == Family.Activity ? wornShare : 1, source);
            }
            else if (said > 0 && values[metric] is { } merged)
            {
                values.Leave(metric, new SetAside(source, Math.Round(said, 6), SetAsideReason.VendorTotal, 0));
                if (Math.Round(Math.Abs(said - merged), 6) > Math.Round(Tolerance * merged, 6))
                {
                    values.Note(new DayNote(NoteKind.VendorDiffers, metric, merged, Math.Round(said, 6), source));
                }
            }
        }
    }

    /// <summary>The most trusted source's total that is not zero, else its zero; of several by one source the newest, then the longest, then the largest.</summary>
    private (double Value, string Source, Provenance From)? Find(Metric total, DayFrame day)
    {
        // A total is kept on its date, not at an instant (Reading.OfDay), so the wearer's zone has no say.
        var date = (long)day.Day.DayNumber * DaySeconds;
        var found = new List<(double Value, string Source)>();
        foreach (var track in readings[total])
        {
            track.Read(date, date + DaySeconds, buffer);
            var mine = buffer.FindAll(said => said.Start == date);
            if (mine.Count > 0)
            {
                found.Add((mine.OrderBy(said => said.Version).ThenBy(said => said.Length).ThenBy(said => said.Value).Last().Value, track.Source.Name));
            }
        }

        if (found.Count == 0)
        {
            return null;
        }

        var taken = Math.Max(0, found.FindIndex(said => said.Value > 0));
        var from = Provenance.Of(found[taken].Source, found[taken].Value);
        foreach (var (value, source) in found.Where((_, i) => i != taken))
        {
            from.Leave(source, value, SetAsideReason.LessTrusted);
        }

        return (found[taken].Value, found[taken].Source, from);
    }
}
