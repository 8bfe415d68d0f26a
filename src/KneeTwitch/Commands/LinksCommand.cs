using System.CommandLine;
using System.Globalization;
using KneeTwitch.Core.Links;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>What goes with the twitching: a look every 28 days, and what is missing for one.</summary>
internal static class LinksCommand
{
    internal static Command Create() =>
        Verb.Of("links", "Show what goes with the twitching in your own days: counts of every factor, what came up once or twice, and what is missing.", [Verb.Json], RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var report = await database.Get<LinkQuery>().LoadAsync(wearer.WearerId, cancel);
        if (run.WantsJson)
        {
            Screen.Json(new
            {
                report.FirstDay,
                report.KnownDays,
                report.EpisodeDays,
                report.NextLook,
                Says = report.Says(),
                Looks = report.Looks.Select(Json),
                LinkWords.Cautions,
            });
        }
        else
        {
            Print(run.Screen, report);
        }

        return 0;
    }

    private static void Print(Screen screen, LinkReport report)
    {
        Screen.Say(report.Says());
        if (report.Last is not { } look)
        {
            return;
        }

        Screen.Say("");
        screen.Title(string.Create(CultureInfo.InvariantCulture, $"Look at the {look.WindowDays / 7} weeks up to {look.Day:d MMMM yyyy}"), "");
        foreach (var finding in look.Findings.OrderByDescending(finding => finding.Class))
        {
            Screen.Say($"  {RiskFactors.Find(finding.Factor)?.Name ?? finding.Factor}: {LinkWords.Of(look, finding)}");
        }

        Screen.Say("");
        Screen.Say("To bear in mind:");
        foreach (var caution in LinkWords.Cautions)
        {
            Screen.Say($"  {caution}");
        }
    }

    private static object Json(LinkLook look) => new
    {
        look.Day,
        look.WindowDays,
        Findings = look.Findings.Select(finding => new
        {
            finding.Factor,
            finding.Class,
            finding.Missing,
            finding.ExposedDays,
            finding.ExposedEpisodes,
            finding.OtherDays,
            finding.OtherEpisodes,
            OddsRatio = Rounded(finding.OddsRatio),
            OddsRatioLow = Rounded(finding.OddsRatioLow),
            OddsRatioHigh = Rounded(finding.OddsRatioHigh),
            T = Rounded(finding.T),
            P = Rounded(finding.P),
            Says = LinkWords.Of(look, finding),
        }),
    };

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;
}
