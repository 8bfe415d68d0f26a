using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Alerts;

/// <summary>
/// All that one alert has to follow in the data: an episode and those that began at most 28 days after the one before was over.
/// A function of the assessments alone, so that the story is the same however often and in whichever order it was heard.
/// </summary>
internal sealed record AlertTrack
{
    public required string Factor { get; init; }

    /// <summary>Oldest first; never empty.</summary>
    public required IReadOnlyList<FlagEpisode> Episodes { get; init; }

    public required IReadOnlyList<AlertStep> Steps { get; init; }

    public DateOnly Opened => Episodes[0].Opened;

    /// <summary>Since when the pattern is in the data that the alert is about now: after a reopening, that of the latest episode.</summary>
    public DateOnly Since => Episodes[^1].Since;

    /// <summary>The day that ended it; null while it stands.</summary>
    public DateOnly? Cleared => Episodes[^1].Over?.Day;

    /// <summary>The flagged day whose evidence is shown.</summary>
    public Assessment Telling => Episodes[^1].Telling;

    /// <summary>The last flagged day.</summary>
    public Assessment Last => Episodes[^1].Days[^1];

    public int HighestLevel => Steps.Max(step => step.Level);

    /// <summary>The tracks of one factor, oldest first.</summary>
    /// <param name="factor">Its id.</param>
    /// <param name="assessments">Of that factor, ordered by day.</param>
    public static IReadOnlyList<AlertTrack> Of(string factor, IEnumerable<Assessment> assessments)
    {
        List<List<FlagEpisode>> chains = [];
        foreach (var episode in FlagEpisode.In(assessments))
        {
            var before = chains.Count > 0 ? chains[^1][^1].Over : null;
            if (before is not null && episode.Opened.DayNumber - before.Day.DayNumber <= AlertPolicy.ReopenDays)
            {
                chains[^1].Add(episode);
            }
            else
            {
                chains.Add([episode]);
            }
        }

        return [.. chains.Select(chain => new AlertTrack { Factor = factor, Episodes = chain, Steps = [.. StepsOf(chain)] })];
    }

    private static IEnumerable<AlertStep> StepsOf(List<FlagEpisode> chain)
    {
        foreach (var episode in chain)
        {
            yield return episode == chain[0]
                ? new AlertStep(episode.Opened, AlertWords.Opened, episode.Days[0].Level, AlertWords.Began(episode))
                : new AlertStep(episode.Opened, AlertWords.Reopened, episode.Days[0].Level, AlertWords.Again(episode));
            foreach (var (before, day) in episode.Days.Zip(episode.Days.Skip(1)))
            {
                if (day.Level > before.Level)
                {
                    yield return new AlertStep(day.Day, AlertWords.Raised, day.Level, AlertWords.Rose(day.Level, day.Day));
                }
                else if (day.Level < before.Level)
                {
                    yield return new AlertStep(day.Day, AlertWords.Downgraded, day.Level, AlertWords.Fell(day.Level, day.Day));
                }
            }

            if (episode.Over is { } over)
            {
                yield return new AlertStep(over.Day, AlertWords.Resolved, over.Level, AlertWords.Ended(over.Reason, over.Day));
            }
        }
    }
}
