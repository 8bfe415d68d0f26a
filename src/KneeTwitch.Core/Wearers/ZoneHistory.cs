namespace KneeTwitch.Core.Wearers;

/// <summary>Where the wearer's clock was, over time: turns instants into civil days and back. Readings know instants, only days know a place.</summary>
public sealed class ZoneHistory
{
    private readonly (DateTimeOffset From, TimeZoneInfo Zone)[] spans;

    private ZoneHistory((DateTimeOffset From, TimeZoneInfo Zone)[] spans) => this.spans = spans;

    /// <summary>The changes, oldest first; the first one holds for all time before it as well.</summary>
    public IReadOnlyList<ZoneChange> Changes => [.. spans.Select(span => new ZoneChange(span.From, span.Zone.Id))];

    /// <summary>One zone for ever.</summary>
    /// <exception cref="TimeZoneNotFoundException">The id is not an IANA zone of this system.</exception>
    public static ZoneHistory Of(string zoneId) => Of([new ZoneChange(DateTimeOffset.MinValue, zoneId)]);

    /// <exception cref="ArgumentException">No change was given.</exception>
    /// <exception cref="TimeZoneNotFoundException">An id is not an IANA zone of this system.</exception>
    public static ZoneHistory Of(IEnumerable<ZoneChange> changes)
    {
        var spans = changes
            .OrderBy(change => change.FromUtc)
            .Select(change => (change.FromUtc, TimeZoneInfo.FindSystemTimeZoneById(change.ZoneId)))
            .ToArray();
        return spans.Length > 0 ? new ZoneHistory(spans) : throw new ArgumentException("A zone history needs at least one zone.");
    }

    /// <summary>The zone in force at an instant.</summary>
    public TimeZoneInfo ZoneAt(DateTimeOffset instant)
    {
        for (var i = spans.Length - 1; i > 0; i--)
        {
            if (spans[i].From <= instant)
            {
                return spans[i].Zone;
            }
        }

        return spans[0].Zone;
    }

    /// <summary>The instant on the wearer's clock.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, ZoneAt(instant));

    /// <summary>The civil day an instant falls on.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>
    /// The instant of a wall clock time without offset. A time that occurs twice (autumn) is its first occurrence; one that does not
    /// exist (spring) is moved forward by the gap.
    /// </summary>
    public DateTimeOffset ToUtc(DateTime local)
    {
        var guess = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        var zone = ZoneAt(guess - ZoneAt(guess).GetUtcOffset(guess));
        return ToUtc(local, zone);
    }

    /// <summary>First instant of a civil day: 00:00, or later where midnight does not exist.</summary>
    public DateTimeOffset StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>First instant after a civil day; the day has 23, 24 or 25 hours (or fewer and more on travel days).</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    private static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            var before = zone.GetUtcOffset(local.AddHours(-3));
            return new DateTimeOffset(local, before).ToUniversalTime();
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
