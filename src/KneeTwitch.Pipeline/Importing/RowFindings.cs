using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Readings and entries of the diary found in the rows or items of one entry, each judged before it counts.</summary>
/// <param name="entry">The entry's path.</param>
/// <param name="hasLines">Whether places are lines from 1, or bytes from 0.</param>
internal sealed class RowFindings(string entry, bool hasLines, ReadingContext context)
{
    private const string NoDate = "a date that cannot be read";
    private const double LongestSeconds = 31 * 86_400;

    /// <summary>Watches that lost their clock start again at the end of 1989; none was sold before this year.</summary>
    private static readonly DateTimeOffset FirstDevices = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Reading> found = [];

    internal ReadingContext Context => context;

    internal string Entry => entry;

    /// <summary>Where the row that is being read begins.</summary>
    internal long At { get; set; }

    /// <param name="at">Where it begins, if not where the row does that is being read.</param>
    internal void Reject(string reason, long? at = null)
    {
        At = at ?? At;
        if (hasLines)
        {
            context.Rejects.AddLine(reason, entry, At);
        }
        else
        {
            context.Rejects.Add(reason, entry, At);
        }
    }

    /// <summary>The instant of a written time: by its own offset, else by where the wearer was; null after a reject.</summary>
    internal DateTimeOffset? Instant(string? text, DateOrder order = DateOrder.Unknown) => Instant(Moments.Parse(text, order));

    /// <summary>The instant of a time that carries its offset; null after a reject.</summary>
    internal DateTimeOffset? InstantWithOffset(string? text)
    {
        var instant = Moments.Instant(text);
        if (instant is null)
        {
            Reject(NoDate);
        }

        return instant;
    }

    /// <summary>The date of a written time, as written; null after a reject.</summary>
    internal DateOnly? Day(string? text, DateOrder order = DateOrder.Unknown)
    {
        var moment = Moments.Parse(text, order);
        if (moment is null)
        {
            Reject(NoDate);
        }

        return moment?.Day;
    }

    internal DateTimeOffset? Instant(Moment? moment)
    {
        if (moment is null)
        {
            Reject(NoDate);
        }

        return moment?.ToUtc(context.Zones);
    }

    /// <summary>The instant so many seconds later; null after a reject.</summary>
    internal DateTimeOffset? After(DateTimeOffset start, double? seconds)
    {
        if (seconds is >= 0 and <= LongestSeconds)
        {
            return start.AddSeconds(Math.Round(seconds.Value));
        }

        Reject(seconds is null ? "a duration that cannot be read" : "an interval longer than a month, or a negative one");
        return null;
    }

    /// <summary>True where a device's clock was right; else the reject is counted.</summary>
    internal bool IsPossible(DateTimeOffset time, long? at = null)
    {
        var reason = time < FirstDevices ? "a date before 2000: the device's clock was not set"
            : time > context.AsOf.AddDays(1) ? "a date in the future: the device's clock was wrong"
            : null;
        if (reason is not null)
        {
            Reject(reason, at);
        }

        return reason is null;
    }

    /// <summary>Takes a reading, unless nothing was said or nobody can have measured it.</summary>
    internal void Add(Metric metric, DateTimeOffset start, DateTimeOffset end, double? value, Source source, long? at = null)
    {
        if (value is not { } number)
        {
            return;
        }

        var reason = ReadingLimits.WhyNotTime(start.ToUnixTimeSeconds(), end.ToUnixTimeSeconds(), context.ExportedAt.ToUnixTimeSeconds())
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

    /// <summary>Writes an entry into the diary; one that cannot be is a reject.</summary>
    /// <returns>True where it can be.</returns>
    internal async ValueTask<bool> WriteAsync(DiaryEntry written, CancellationToken cancel)
    {
        if (DiaryLimits.WhyNot(written, context.ExportedAt) is { } reason)
        {
            Reject(reason);
            return false;
        }

        await context.Diary.AddAsync(written, cancel);
        return true;
    }

    /// <summary>Takes what a vendor says of a whole civil day.</summary>
    internal void AddDay(Metric metric, DateOnly day, double? value, Source source, long? at = null)
    {
        if (value is { } number)
        {
            var total = Reading.OfDay(metric, day, number, source);
            Add(metric, total.Start, total.End, number, source, at);
        }
    }

    /// <summary>Takes a daily measurement that has no hour: it is placed at the day's first instant.</summary>
    internal void AddAtDay(Metric metric, DateOnly day, double? value, Source source)
    {
        if (value is not null)
        {
            var start = context.Zones.StartOf(day);
            Add(metric, start, start, value, source);
        }
    }

    /// <summary>What was found since the last call.</summary>
    internal Reading[] Take()
    {
        Reading[] taken = [.. found];
        found.Clear();
        return taken;
    }
}
