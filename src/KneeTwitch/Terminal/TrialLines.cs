using System.Globalization;
using KneeTwitch.Commands;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Trials;

namespace KneeTwitch.Terminal;

/// <summary>A trial as people and scripts read it.</summary>
internal static class TrialLines
{
    internal static void Write(Invocation run, TrialStanding? trial)
    {
        if (run.WantsJson)
        {
            Screen.Json(new { trial = trial is null ? null : Json(trial) });
        }
        else if (trial is null)
        {
            Screen.Say("There is no trial. kneetwitch trial start --strategy S7 begins one.");
        }
        else
        {
            Print(run.Screen, trial);
        }
    }

    private static void Print(Screen screen, TrialStanding trial)
    {
        screen.Title($"{trial.Plan.Strategy} {Strategies.Find(trial.Plan.Strategy)?.Name}", Word(trial.Phase));
        Screen.Say(trial.Says());
        screen.Table(
            ["week", "from", "strategy", "check-ins", "twitch days", "followed"],
            trial.Report.Weeks.Select((week, i) => (string[])
            [
                i == trial.WeekNow ? $"{i + 1} now" : Number(i + 1),
                Iso(week.First),
                week.IsOn ? "on" : "off",
                Number(week.KnownDays),
                Number(week.TwitchDays),
                trial.Kept[i].Answered > 0 ? $"{trial.Kept[i].Yes} of {trial.Kept[i].Answered}" : "",
            ]));
    }

    private static object Json(TrialStanding trial) => new
    {
        trial.Plan.Strategy,
        trial.Phase,
        trial.Plan.Start,
        Last = trial.Plan.End.AddDays(-1),
        trial.Stopped,
        trial.Plan.Seed,
        trial.Plan.DropDays,
        trial.Plan.Pairs,
        Week = trial.WeekNow + 1,
        trial.Verdict,
        Benefit = trial.Verdict == TrialVerdict.CountsOnly ? null : trial.Report.Benefit,
        P = trial.Verdict == TrialVerdict.CountsOnly ? null : trial.Report.P,
        Says = trial.Says(),
        Weeks = trial.Report.Weeks.Select((week, i) => new
        {
            From = week.First,
            week.IsOn,
            week.KnownDays,
            week.TwitchDays,
            week.IsOver,
            week.IsValid,
            FollowedDays = trial.Kept[i].Yes,
            AnsweredDays = trial.Kept[i].Answered,
        }),
    };

    private static string Word(TrialPhase phase) => phase.ToString().ToLowerInvariant();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
