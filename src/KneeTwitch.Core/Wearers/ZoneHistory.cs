namespace KneeTwitch.Core.Wearers;

/// <summary>
/// Where the wearer's clock was, over time: turns instants into civil days and back. Readings know instants, only days know a place.
/// A civil day begins at the first instant at which the wearer's clock shows its date (or a later one) and lasts until the next day begins.
/// So days tile time exactly and never go backwards: a flight west makes a day longer, a flight east shorter, and a date that the clock
/// leaps over (the date line) is an empty day.
/// </summary>
public sealed class ZoneHistory
{
    /// <summary>No clock on earth is further from UTC than this.</summary>
    private static readonly TimeSpan Widest = TimeSpan.FromHours(16);

    private readonly (DateTimeOffset From, TimeZoneInfo Zone)[] spans;

    private ZoneHistory((DateTimeOffset From, TimeZoneInfo Zone)[] spans) => this.spans = spans;

    /// <summary>The changes, oldest first, none to the zone that holds already; the first one holds for all time before it as well.</summary>
    public IReadOnlyList<ZoneChange> Changes => [.. spans.Select(span => new ZoneChange(span.From, span.Zone.Id))];

    /// <summary>One zone for ever.</summary>
    /// <exception cref="TimeZoneNotFoundException">The id is not an IANA zone of this system.</exception>
    public static ZoneHistory Of(string zoneId) => Of([new ZoneChange(DateTimeOffset.MinValue, zoneId)]);

    /// <summary>A history from changes in any order; of two at one instant the later in the list counts.</summary>
    /// <exception cref="ArgumentException">No change was given.</exception>
    /// <exception cref="TimeZoneNotFoundException">An id is not an IANA zone of this system.</exception>
    public static ZoneHistory Of(IEnumerable<ZoneChange> changes)
    {
        var spans = new List<(DateTimeOffset From, TimeZoneInfo Zone)>();
        foreach (var change in changes.OrderBy(change => change.FromUtc))
        {
            if (spans.Count > 0 && spans[^1].From == change.FromUtc)
            {
                spans.RemoveAt(spans.Count - 1);
            }

            if (spans.Count == 0 || spans[^1].Zone.Id != change.ZoneId)
            {
                spans.Add((change.FromUtc, TimeZoneInfo.FindSystemTimeZoneById(change.ZoneId)));
            }
        }

        return spans.Count > 0 ? new ZoneHistory([.. spans]) : throw new ArgumentException("A zone history needs at least one zone.");
    }

    /// <summary>
    /// The history from what the wearer said and what exports gave away. What was said counts from its date on; a device seen elsewhere
    /// moves the wearer only for as long as it is seen there. If nothing was said, what was seen counts; if nothing was seen, the assumed zone.
    /// </summary>
    /// <param name="said">Zones the wearer set, each from its date on.</param>
    /// <param name="seen">Evidence: at this instant the device was in this zone. Zones this system does not know are passed over.</param>
    /// <param name="assumedZone">An IANA id, for wearers of whom nothing is known.</param>
    /// <exception cref="TimeZoneNotFoundException">A zone that was said or assumed is not known.</exception>
    public static ZoneHistory From(IReadOnlyList<ZoneChange> said, IReadOnlyList<ZoneChange> seen, string assumedZone) =>
        Of(ZoneEvidence.Combine(said, seen, assumedZone));

    /// <summary>The zone in force at an instant.</summary>
    public TimeZoneInfo ZoneAt(DateTimeOffset instant) => spans[IndexAt(instant)].Zone;

    /// <summary>The instant on the wearer's clock.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, ZoneAt(instant));

    /// <summary>The civil day an instant falls on: the day whose <see cref="StartOf"/> is not after it and whose <see cref="EndOf"/> is.</summary>
    public DateOnly DayOf(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(ToLocal(instant).DateTime);

        // After the clock went back over midnight it shows yesterday's date again, but the new day has begun.
        while (StartOf(day.AddDays(1)) <= instant)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>
    /// The instant of a wall clock time without offset. A time that occurs twice (autumn, a flight west) is its first occurrence; one that
    /// does not exist (spring, a flight east) is moved forward by the gap.
    /// </summary>
    public DateTimeOffset ToUtc(DateTime local)
    {
        var wall = Wall(local);
        for (var i = IndexAt(wall - Widest); i < spans.Length && (i == 0 || spans[i].From <= wall + Widest); i++)
        {
            var turn = OffsetTurn.Around(spans[i].Zone, wall, Widest);
            var (early, late) = (wall - turn.Before, wall - turn.After);
            if (early < turn.At && IsInSpan(i, early))
            {
                return early;
            }

            if (late >= turn.At && IsInSpan(i, late))
            {
                return late;
            }
        }

        var justBefore = FirstReaching(local).AddTicks(-1);
        return wall - ZoneAt(justBefore).GetUtcOffset(justBefore);
    }

    /// <summary>The first instant at which the wearer's clock shows a wall clock time or a later one.</summary>
    public DateTimeOffset FirstReaching(DateTime local)
    {
        var wall = Wall(local);
        for (var i = IndexAt(wall - Widest); ; i++)
        {
            var from = i == 0 || spans[i].From < wall - Widest ? wall - Widest : spans[i].From;
            var reached = OffsetTurn.Around(spans[i].Zone, wall, Widest).FirstReaching(wall, from);
            if (i == spans.Length - 1 || reached < spans[i + 1].From)
            {
                return reached;
            }
        }
    }

    /// <summary>First instant of a civil day: 00:00, or later where midnight does not exist.</summary>
    public DateTimeOffset StartOf(DateOnly day) => FirstReaching(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>First instant after a civil day; the day has 23, 24 or 25 hours (fewer, none or more on travel days).</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    private static DateTimeOffset Wall(DateTime local) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);

    private bool IsInSpan(int i, DateTimeOffset instant) =>
        (i == 0 || spans[i].From <= instant) && (i == spans.Length - 1 || instant < spans[i + 1].From);

    private int IndexAt(DateTimeOffset instant)
    {
        var (low, high) = (0, spans.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = spans[middle].From <= instant ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
