using System.Text.RegularExpressions;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Bearable;

/// <summary>
/// A night that was typed: <c>Asleep 23:30 - 07:10</c>. It is logged on the day of waking; asleep later than awake by the clock means that it
/// began the evening before.
/// </summary>
internal static partial class BearableSleep
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(20);

    internal static void Add(BearableRow row, RowFindings findings)
    {
        var clocks = row.Items.Select(item => Clocks().Match(item.Name)).FirstOrDefault(match => match.Success);
        if (clocks is null)
        {
            AddDuration(row, findings);
            return;
        }

        if (Moments.Parse($"{row.Day:yyyy-MM-dd} {clocks.Groups["from"].Value}") is not { } from || Moments.Parse($"{row.Day:yyyy-MM-dd} {clocks.Groups["to"].Value}") is not { } to)
        {
            findings.Reject("a night whose times cannot be read");
            return;
        }

        var zones = findings.Context.Zones;
        var start = zones.ToUtc(from.Wall >= to.Wall ? from.Wall.AddDays(-1) : from.Wall);
        var end = to.ToUtc(zones);
        if (end - start > Longest)
        {
            findings.Reject("a night longer than 20 hours");
            return;
        }

        findings.Add(Metric.SleepStage, start, end, (double)SleepStage.Asleep, BearableDiary.App);
    }

    /// <summary>Only <c>HH:mm</c>: the day's minutes of sleep, of which no hour is known.</summary>
    private static void AddDuration(BearableRow row, RowFindings findings)
    {
        if (row.Amount?.Split(':') is [var hours, var minutes] && int.TryParse(hours, out var h) && int.TryParse(minutes, out var m) && h is >= 0 and < 24 && m is >= 0 and < 60)
        {
            findings.AddDay(Metric.VendorSleepMinutes, row.Day, (h * 60) + m, BearableDiary.App);
        }
        else
        {
            findings.Reject("a night whose times cannot be read");
        }
    }

    [GeneratedRegex("""asleep\s+(?<from>\d{1,2}:\d{2}(\s*[ap]m)?)\s*[-–]\s*(?<to>\d{1,2}:\d{2}(\s*[ap]m)?)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Clocks();
}
