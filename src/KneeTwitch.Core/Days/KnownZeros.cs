using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>
/// What the wearer said of the whole day, and the zeros that are known by it [risk-factors 2]: no caffeine where the food or drink log of the
/// day has another entry or a check-in says so, no nicotine only where a check-in says so. All else that is not there is missing.
/// </summary>
internal sealed class KnownZeros(ReadingIndex readings)
{
    private const int DaySeconds = 24 * 3600;

    private static readonly Metric[] Log =
    [
        .. Metrics.All
            .Where(info => info.Family is Family.Hydration or Family.Nutrition && info.DayRule is DayRule.UnionSum)
            .Select(info => info.Metric),
    ];

    private readonly List<Timed> buffer = [];

    /// <summary>Everything that any check-in says of the day holds; kept as a number of the day, because some rules ask for it.</summary>
    internal CheckInItems CheckIn(DayFrame day, DiaryLog diary, DayValues values)
    {
        var date = (long)day.Day.DayNumber * DaySeconds;
        var items = CheckInItems.None;
        var from = new Provenance();
        foreach (var track in readings[Metric.CheckIn])
        {
            track.Read(date, date + DaySeconds, buffer);
            var mine = buffer.FindAll(said => said.Start == date).Aggregate(CheckInItems.None, (sum, said) => sum | (CheckInItems)said.Value);
            if (mine != CheckInItems.None)
            {
                from.Give(track.Source.Name, (double)mine, 0);
                items |= mine;
            }
        }

        foreach (var written in diary.On(day.Day))
        {
            if (written.What is CheckIn { Items: not CheckInItems.None } checkIn)
            {
                from.Give(written.Entry.Source.Name, (double)checkIn.Items, 0);
                items |= checkIn.Items;
            }
        }

        if (items != CheckInItems.None)
        {
            values.Measured(Metric.CheckIn, (double)items, 1, from);
        }

        return items;
    }

    /// <summary>To be called when all that was logged is in.</summary>
    internal static void Add(CheckInItems said, DayValues values)
    {
        var hasLog = Array.Exists(Log, metric => values[metric] is not null);
        if (values[Metric.CaffeineMg] is null && (hasLog || said.HasFlag(CheckInItems.NoCaffeine)))
        {
            values.KnownZero(Metric.CaffeineMg, 1);
        }

        if (values[Metric.NicotineUnits] is null && said.HasFlag(CheckInItems.NoNicotine))
        {
            values.KnownZero(Metric.NicotineUnits, 1);
        }
    }
}
