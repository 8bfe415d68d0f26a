using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>Readings found in one file, each judged before it counts.</summary>
internal sealed class Findings(string entry, ReadingContext context)
{
    /// <summary>Watches that lost their clock start again at the end of 1989; none was sold before this year.</summary>
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Reading> found = [];

    internal string Entry => entry;

    internal ReadingContext Context => context;

    internal void Reject(string reason, long at) => context.Rejects.Add(reason, entry, at);

    /// <summary>True where a device's clock was right; else the reject is counted.</summary>
    internal bool IsPossible(DateTimeOffset time, long at)
    {
        var reason = time < Earliest ? "a date before 2000: the device's clock was not set"
            : time > context.AsOf.AddDays(1) ? "a date in the future: the device's clock was wrong"
            : null;
        if (reason is not null)
        {
            Reject(reason, at);
        }

        return reason is null;
    }

    /// <summary>Takes a reading, unless nothing was said or nobody can have measured it.</summary>
    /// <param name="at">Bytes from the start of the file.</param>
    internal void Add(Metric metric, DateTimeOffset start, DateTimeOffset end, double? value, Source source, long at)
    {
        if (value is not { } number)
        {
            return;
        }

        var reason = ReadingLimits.WhyNotTime(start.ToUnixTimeSeconds(), end.ToUnixTimeSeconds(), context.AsOf.ToUnixTimeSeconds())
            ?? ReadingLimits.WhyNotValue(metric, number);
        if (reason is null)
        {
            found.Add(new Reading(metric, start, end, number, source));
        }
        else
        {
            Reject(reason, at);
        }
    }

    /// <summary>Takes what a vendor says of a whole day, unless nothing was said.</summary>
    internal void AddTotal(Metric metric, DateOnly day, double? value, Source source, long at)
    {
        var total = Reading.OfDay(metric, day, value ?? 0, source);
        Add(metric, total.Start, total.End, value, source, at);
    }

    /// <summary>What was found since the last call.</summary>
    internal Reading[] Take()
    {
        Reading[] taken = [.. found];
        found.Clear();
        return taken;
    }
}
