namespace KneeTwitch.Core.Wearers;

/// <summary>Weighs what the wearer said about their zone against where exports saw their device.</summary>
internal static class ZoneEvidence
{
    /// <summary>How long after the last sighting elsewhere the wearer is taken to be there still.</summary>
    internal static readonly TimeSpan Holds = TimeSpan.FromDays(3);

    internal static IEnumerable<ZoneChange> Combine(IReadOnlyList<ZoneChange> said, IReadOnlyList<ZoneChange> seen, string assumedZone)
    {
        var sightings = seen
            .Where(sighting => TimeZoneInfo.TryFindSystemTimeZoneById(sighting.ZoneId, out _))
            .OrderBy(sighting => sighting.FromUtc)
            .ThenBy(sighting => sighting.ZoneId, StringComparer.Ordinal)
            .ToList();
        if (said.Count > 0)
        {
            return WithExcursions(ZoneHistory.Of(said), sightings);
        }

        return sightings.Count > 0 ? sightings : [new ZoneChange(DateTimeOffset.MinValue, assumedZone)];
    }

    private static List<ZoneChange> WithExcursions(ZoneHistory home, List<ZoneChange> sightings)
    {
        var said = home.Changes;
        var starts = Starts(said, sightings);
        var changes = said.ToList();
        for (var i = 0; i < sightings.Count; i++)
        {
            // A zone said after the sighting is newer knowledge; the next sighting takes over from this one.
            var end = sightings[i].FromUtc + Holds;
            end = i + 1 < sightings.Count && starts[i + 1] < end ? starts[i + 1] : end;
            end = said.FirstOrDefault(change => change.FromUtc > sightings[i].FromUtc) is { } newer && newer.FromUtc < end ? newer.FromUtc : end;
            if (starts[i] < end)
            {
                changes.Add(new ZoneChange(starts[i], sightings[i].ZoneId));
                changes.Add(new ZoneChange(end, home.ZoneAt(end).Id));
            }
        }

        return changes;
    }

    /// <summary>
    /// When each sighting begins to count: at midnight of its day there, but not before the wearer was seen elsewhere that day, nor before
    /// they said where they live.
    /// </summary>
    private static DateTimeOffset[] Starts(IReadOnlyList<ZoneChange> said, List<ZoneChange> sightings)
    {
        var starts = new DateTimeOffset[sightings.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            var (at, zone) = (sightings[i].FromUtc, sightings[i].ZoneId);
            var there = ZoneHistory.Of(zone);
            var start = there.StartOf(there.DayOf(at));
            var lastSaid = said.LastOrDefault(change => change.FromUtc <= at)?.FromUtc ?? DateTimeOffset.MinValue;
            start = start < lastSaid ? lastSaid : start;
            if (i > 0)
            {
                var before = sightings[i - 1].ZoneId == zone ? starts[i - 1] : sightings[i - 1].FromUtc;
                start = start < before ? before : start;
            }

            starts[i] = start;
        }

        return starts;
    }
}
