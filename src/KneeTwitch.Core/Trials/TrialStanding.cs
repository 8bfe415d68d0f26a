using System.Globalization;

namespace KneeTwitch.Core.Trials;

/// <summary>A trial as it stands on a day: which week it is, what was logged, and as much of a verdict as the dossier allows [statistics 5].</summary>
/// <param name="Plan">Drawn and kept before the start.</param>
/// <param name="Stopped">The first day that no longer belonged to it, where it was ended early; null where it was not.</param>
/// <param name="Today">The wearer's day.</param>
/// <param name="Report">Its weeks as far as they are over.</param>
/// <param name="Kept">A week each: days on which following the strategy was answered, and those answered with yes.</param>
public sealed record TrialStanding(TrialPlan Plan, DateOnly? Stopped, DateOnly Today, TrialReport Report, IReadOnlyList<(int Answered, int Yes)> Kept)
{
    public TrialPhase Phase =>
        Stopped is not null ? TrialPhase.Stopped
        : Today < Plan.Start ? TrialPhase.Waiting
        : Today < Plan.End ? TrialPhase.Running
        : TrialPhase.Over;

    /// <summary>The week that runs today, 0 being the first; null outside the trial.</summary>
    public int? WeekNow => Phase == TrialPhase.Running ? (Today.DayNumber - Plan.Start.DayNumber) / 7 : null;

    /// <summary>Only a trial that went to its end has one: who looks in between and stops where it pleases finds what chance offers.</summary>
    public TrialVerdict Verdict => Phase == TrialPhase.Over ? Report.Verdict : TrialVerdict.CountsOnly;

    /// <param name="plan">The trial.</param>
    /// <param name="stopped">Where it was ended early.</param>
    /// <param name="today">The wearer's day, which is not over.</param>
    /// <param name="twitchOn">Whether a twitch was logged on a day; null without a check-in.</param>
    /// <param name="keptOn">Whether the strategy was followed on a day; null where that was not said.</param>
    public static TrialStanding Of(TrialPlan plan, DateOnly? stopped, DateOnly today, Func<DateOnly, bool?> twitchOn, Func<DateOnly, bool?> keptOn)
    {
        var end = stopped is { } early && early < plan.End ? early : plan.End;
        var last = (end <= today ? end : today).AddDays(-1);
        var kept = plan.Weeks.Select((_, week) => KeptIn(plan.Start.AddDays(7 * week), end, keptOn));
        return new TrialStanding(plan, stopped, today, TrialReport.Of(plan, twitchOn, last), [.. kept]);
    }

    /// <summary>Which week it is and what can be said so far.</summary>
    public string Says() => Phase switch
    {
        TrialPhase.Waiting => string.Create(CultureInfo.InvariantCulture, $"It starts on {Plan.Start:d MMMM yyyy} with a week {Word(Plan.Weeks[0])}."),
        TrialPhase.Running => string.Create(CultureInfo.InvariantCulture, $"Week {WeekNow + 1} of {Plan.Weeks.Count}: {Word(Plan.IsOn(Today) == true)}. ")
            + $"{Report.Counts()} What they tell is said when the last week is over: looking earlier would find what chance offers.",
        TrialPhase.Stopped => $"It was stopped before its end, so there are counts only. {Report.Counts()}",
        _ => Report.Says(),
    };

    private static (int Answered, int Yes) KeptIn(DateOnly first, DateOnly end, Func<DateOnly, bool?> keptOn)
    {
        var answers = Enumerable.Range(0, 7).Select(first.AddDays).Where(day => day < end).Select(keptOn).OfType<bool>().ToList();
        return (answers.Count, answers.Count(isYes => isYes));
    }

    private static string Word(bool isOn) => isOn ? "with it" : "without it";
}
