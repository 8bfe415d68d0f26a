using System.Text.Json;
using KneeTwitch.Core.Diary;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>When something was measured, as an effective time frame tells it.</summary>
/// <param name="IsInterval">False for an instant.</param>
/// <param name="IsVague">True where only the part of a day is known.</param>
internal readonly record struct OmhFrame(FoundTime Time, bool IsInterval, bool IsVague)
{
    private const string NoFrame = "a time frame that is none";

    private static readonly Dictionary<string, (int From, int To, PartOfDay? Part)> Parts = new(StringComparer.Ordinal)
    {
        ["morning"] = (6, 12, PartOfDay.Morning),
        ["afternoon"] = (12, 18, null),
        ["evening"] = (18, 22, PartOfDay.Evening),
        ["night"] = (22, 30, null),
    };

    /// <summary>When it was, for the diary, which needs no hour.</summary>
    internal DiaryTime InDiary { get; private init; } = DiaryTime.Instant(Time.Start);

    internal static bool IsPartOfDay(string? word) => word is not null && Parts.ContainsKey(word);

    /// <summary>The frame of a body; null after a reject.</summary>
    /// <param name="otherwise">The instant for a body without a frame; null where there is none.</param>
    internal static OmhFrame? Of(JsonElement body, DateTimeOffset? otherwise, RowFindings findings)
    {
        if (body.Field("effective_time_frame") is not { } frame)
        {
            if (otherwise is null)
            {
                findings.Reject("a body without a time frame");
            }

            return otherwise is { } instant ? new OmhFrame(FoundTime.At(instant), false, false) : null;
        }

        var (at, interval) = (frame.Field("date_time"), frame.Field("time_interval"));
        if (at is null == interval is null)
        {
            findings.Reject(at is null ? NoFrame : "a time frame with both an instant and an interval");
            return null;
        }

        return interval is { } span ? OfInterval(span, findings)
            : Written(frame.Text("date_time"), findings) is { } moment ? new OmhFrame(FoundTime.At(moment.ToUtc(findings.Context.Zones)), false, false)
            : null;
    }

    private static OmhFrame? OfInterval(JsonElement interval, RowFindings findings)
    {
        if (interval.Field("date") is not null || interval.Field("part_of_day") is not null)
        {
            return OfPart(interval, findings);
        }

        var (first, last, length) = (interval.Field("start_date_time"), interval.Field("end_date_time"), interval.Field("duration"));
        if ((first is null && last is null) || ((first is null || last is null) && length is null))
        {
            findings.Reject("an interval with one end and no duration");
            return null;
        }

        var zones = findings.Context.Zones;
        if (first is not null && last is not null)
        {
            return Written(interval.Text("start_date_time"), findings) is { } from && Written(interval.Text("end_date_time"), findings) is { } to
                ? Checked(from.ToUtc(zones), to.ToUtc(zones), from, findings)
                : null;
        }

        if (OmhUnits.Duration(length ?? default) is not { } duration)
        {
            findings.Reject("a duration that cannot be read");
            return null;
        }

        if (Written(interval.Text(first is null ? "end_date_time" : "start_date_time"), findings) is not { } end)
        {
            return null;
        }

        var known = end.ToUtc(zones);
        return first is null ? Checked(known - duration, known, end, findings) : Checked(known, known + duration, end, findings);
    }

    private static OmhFrame? OfPart(JsonElement interval, RowFindings findings)
    {
        if (Moments.Parse(interval.Text("date")) is not { HasTime: false } date || interval.Text("part_of_day") is not { } word || !Parts.TryGetValue(word, out var part))
        {
            findings.Reject("a part of a day that is none");
            return null;
        }

        var zones = findings.Context.Zones;
        findings.Context.Facts.LeftUnread("the hour of what only names a part of its day");
        return new OmhFrame(new FoundTime(zones.ToUtc(date.Wall.AddHours(part.From)), zones.ToUtc(date.Wall.AddHours(part.To)), null), true, true)
        {
            InDiary = DiaryTime.On(date.Day, part.Part),
        };
    }

    private static OmhFrame? Checked(DateTimeOffset start, DateTimeOffset end, Moment written, RowFindings findings)
    {
        if (end < start)
        {
            findings.Reject("an end before its start");
            return null;
        }

        return new OmhFrame(FoundTime.Between(start, end, written, findings.Context.Zones), true, false);
    }

    private static Moment? Written(string? text, RowFindings findings)
    {
        if (Moments.Parse(text) is { HasTime: true } moment)
        {
            return moment;
        }

        findings.Reject("a date that cannot be read");
        return null;
    }
}
