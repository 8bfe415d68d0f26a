namespace KneeTwitch.Core.Risks;

/// <summary>A raise or a clear, as it would have been seen on the morning after <paramref name="Day"/>.</summary>
/// <param name="Day">The day whose evaluation changed the level.</param>
/// <param name="Factor">The factor's id.</param>
/// <param name="From">Level before.</param>
/// <param name="To">Level after.</param>
/// <param name="Reason">raise, clear, downgrade or stale.</param>
public sealed record LevelChange(DateOnly Day, string Factor, int From, int To, string Reason)
{
    /// <summary>The changes among assessments of any factors and order, by day, then factor. What comes before the first assessment counts as level 0.</summary>
    public static IReadOnlyList<LevelChange> Of(IEnumerable<Assessment> assessments)
    {
        var changes = new List<LevelChange>();
        foreach (var days in assessments.GroupBy(assessment => assessment.Factor))
        {
            var level = 0;
            foreach (var day in days.OrderBy(assessment => assessment.Day))
            {
                if (day.Reason is { } reason)
                {
                    changes.Add(new LevelChange(day.Day, day.Factor, level, day.Level, reason));
                }

                level = day.Level;
            }
        }

        return [.. changes.OrderBy(change => change.Day).ThenBy(change => change.Factor, StringComparer.Ordinal)];
    }
}
