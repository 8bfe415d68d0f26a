using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Alerts;

/// <summary>A stretch of days on which a factor's level was 2 or 3: from the day whose evaluation raised it to the day whose evaluation ended it.</summary>
internal sealed record FlagEpisode
{
    /// <summary>The flagged days, oldest first; never empty.</summary>
    public required IReadOnlyList<Assessment> Days { get; init; }

    /// <summary>The first day after them, which ended the flag; null while it stands.</summary>
    public Assessment? Over { get; init; }

    public DateOnly Opened => Days[0].Day;

    /// <summary>
    /// The day whose numbers tell what was found: the last one while the flag stands; of a flag that is over the last day that was itself
    /// of that grade, because the very last days only tell that it was ending.
    /// </summary>
    public Assessment Telling => Over is null ? Days[^1] : Days.LastOrDefault(day => day.Grade >= AlertPolicy.FlagLevel) ?? Days[0];

    public DateOnly Since => Days[0].Since is { } since && since < Opened ? since : Opened;

    /// <summary>The episodes in one factor's assessments, oldest first.</summary>
    /// <param name="assessments">Of one factor, ordered by day.</param>
    public static IEnumerable<FlagEpisode> In(IEnumerable<Assessment> assessments)
    {
        List<Assessment> flagged = [];
        foreach (var assessment in assessments)
        {
            if (assessment.Level >= AlertPolicy.FlagLevel)
            {
                flagged.Add(assessment);
            }
            else if (flagged.Count > 0)
            {
                yield return new FlagEpisode { Days = flagged, Over = assessment };
                flagged = [];
            }
        }

        if (flagged.Count > 0)
        {
            yield return new FlagEpisode { Days = flagged };
        }
    }
}
