using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>What the parts of one archive share while it is read.</summary>
internal sealed class FitbitImport
{
    internal static readonly Source Tracker = Source.Named("Fitbit", SourceKind.Worn);

    internal static readonly Source TypedIn = Source.Named("Fitbit, typed in", SourceKind.Manual);

    private static readonly string[] Written = ["MM/dd/yy HH:mm:ss", "MM/dd/yy"];
    private readonly WallClock local;
    private readonly WallClock minutes;
    private readonly Dictionary<Metric, HashSet<DateOnly>> told = [];

    internal FitbitImport(ReadingContext context, FitbitProfile profile, bool hasUniversalMinutes)
    {
        Context = context;
        Profile = profile;

        // The archive's clock is the account's. Only a wearer who told where they moved knows better.
        var zones = profile.Zone is { } zone && context.Zones.Changes.Count < 2 ? ZoneHistory.Of(zone) : context.Zones;
        local = new WallClock(zones);
        minutes = hasUniversalMinutes ? new WallClock(ZoneHistory.Of("UTC")) : local;
    }

    internal ReadingContext Context { get; }

    internal FitbitProfile Profile { get; }

    internal ZoneHistory Zones => local.Zones;

    /// <summary>The wall clock time of a text such as 01/31/24 09:00:00, or of one in ISO; null where it is none or no year of a tracker.</summary>
    internal static DateTime? Wall(string? text)
    {
        if (text is not null && DateTime.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
        {
            return wall;
        }

        return Moments.Parse(text) is { Offset: null } moment ? moment.Wall : null;
    }

    /// <summary>The instant of a local time; null after a reject.</summary>
    internal DateTimeOffset? Local(string? text, RowFindings findings) => Place(text, local, findings);

    /// <summary>The instant of a time in a file of minutes, which in some archives is not local.</summary>
    internal DateTimeOffset? Minute(string? text, RowFindings findings) => Place(text, minutes, findings);

    /// <summary>The instant of a time that may carry an offset; without one it is local. Null after a reject.</summary>
    internal DateTimeOffset? Instant(string? text, RowFindings findings) => Moments.Instant(text) ?? Local(text, findings);

    /// <summary>The date of a local time; null after a reject.</summary>
    internal static DateOnly? Day(string? text, RowFindings findings)
    {
        if (Wall(text) is { } wall)
        {
            return DateOnly.FromDateTime(wall);
        }

        findings.Reject("a date that cannot be read");
        return null;
    }

    /// <summary>The finer account of a metric has told this day, so that its twin in another file is passed over.</summary>
    internal void Told(Metric metric, DateTimeOffset at)
    {
        if (!told.TryGetValue(metric, out var days))
        {
            told.Add(metric, days = []);
        }

        days.Add(DateOnly.FromDateTime(at.UtcDateTime));
    }

    internal bool IsTold(Metric metric, DateTimeOffset at) =>
        told.TryGetValue(metric, out var days) && days.Contains(DateOnly.FromDateTime(at.UtcDateTime));

    private static DateTimeOffset? Place(string? text, WallClock clock, RowFindings findings)
    {
        if (Wall(text) is { } wall)
        {
            return clock.ToUtc(wall);
        }

        findings.Reject("a date that cannot be read");
        return null;
    }
}
