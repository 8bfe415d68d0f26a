using System.CommandLine;
using System.Globalization;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>The analyzer as if it had run every morning of a span: every raise and clear, and each factor's level day by day. Writes nothing.</summary>
internal static class ReplayCommand
{
    private static readonly Option<DateOnly> From = new("--from") { Description = "First day judged, such as 2026-03-01.", HelpName = "DAY", Required = true };
    private static readonly Option<DateOnly> To = new("--to") { Description = "Last day judged.", HelpName = "DAY", Required = true };

    internal static Command Create() =>
        Verb.Of("replay", "Judge a span of days as if the analyzer had run on each of its mornings, and show every raise and clear.", [From, To, Verb.Json], RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        var (from, to) = (run.Get(From), run.Get(To));
        if (to < from)
        {
            throw new CommandException($"--to ({to:yyyy-MM-dd}) lies before --from ({from:yyyy-MM-dd}). Swap them.");
        }

        await using var database = await run.OpenAsync(cancel);
        var profile = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var wearer = await database.Get<WearerLoader>().LoadAsync(profile.WearerId, cancel);
        var days = await database.Get<DayTable>().LoadAsync(profile.WearerId, null, to, cancel);
        var diary = await database.Get<DiaryTable>().LoadAsync(profile.WearerId, wearer.Zones, cancel);
        var judged = days.Count > 0 ? Analysis.Run(new History(wearer, days, to, diary)) : [];
        var events = LevelChange.Of(judged).Where(change => change.Day >= from && change.Day <= to).ToList();
        var levels = Levels(judged, from, to);
        if (run.WantsJson)
        {
            Screen.Json(new { events = events.Select(change => new { change.Day, change.Factor, change.From, change.To, change.Reason }), levels });
            return 0;
        }

        if (events.Count == 0)
        {
            Screen.Say($"Nothing was raised or cleared from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.");
            return 0;
        }

        run.Screen.Table(
            ["day", "factor", "", "from", "to", "why"],
            events.Select(change => (string[])
            [
                change.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                change.Factor,
                RiskFactors.Find(change.Factor)?.Name ?? "",
                change.From.ToString(CultureInfo.InvariantCulture),
                change.To.ToString(CultureInfo.InvariantCulture),
                change.Reason,
            ]));
        return 0;
    }

    /// <summary>One digit a day; 0 also where nothing is known of a day, for then nothing is flagged.</summary>
    private static SortedDictionary<string, string> Levels(IReadOnlyList<Assessment> judged, DateOnly from, DateOnly to)
    {
        var levels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var factor in RiskFactors.All)
        {
            var known = judged.Where(row => row.Factor == factor.Id).ToDictionary(row => row.Day, row => (char)('0' + row.Level));
            levels[factor.Id] = string.Concat(Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(day => known.GetValueOrDefault(from.AddDays(day), '0')));
        }

        return levels;
    }
}
