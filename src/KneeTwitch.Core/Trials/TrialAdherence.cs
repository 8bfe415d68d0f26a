using System.Globalization;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Trials;

/// <summary>
/// Whether a strategy was followed on a day: a <see cref="Tag"/> of the diary whose name is the strategy's id, yes or no, at most one a day by
/// hand. In the diary and not beside the trial, because it is something the wearer says, may be said late or changed, and outlives the trial.
/// What a trial compares are the weeks as they were drawn, followed or not; this is shown beside it.
/// </summary>
public static class TrialAdherence
{
    /// <summary>The entry that says it; saying it again for the same day changes it.</summary>
    /// <param name="strategy">S1 to S8.</param>
    /// <param name="day">The wearer's day.</param>
    /// <param name="isKept">Followed or not.</param>
    /// <param name="said">When it was said.</param>
    public static DiaryEntry Entry(string strategy, DateOnly day, bool isKept, DateTimeOffset said) => new()
    {
        Key = DiaryEntry.KeyOf(DiaryEntry.Hand, "strategy", strategy, day.ToString("O", CultureInfo.InvariantCulture)),
        Source = DiaryEntry.Hand,
        Time = DiaryTime.On(day),
        Said = said,
        What = new Tag { Name = strategy, IsYes = isKept },
    };

    /// <summary>What the diary says of a day; the newest where several say it, null where none does.</summary>
    public static bool? On(DiaryLog diary, string strategy, DateOnly day) => diary.On(day)
        .Where(item => item.What is Tag { IsYes: not null } tag && tag.Name == strategy)
        .OrderBy(item => item.Entry.Said)
        .ThenBy(item => item.Entry.Key, StringComparer.Ordinal)
        .Select(item => ((Tag)item.What).IsYes)
        .LastOrDefault();
}
