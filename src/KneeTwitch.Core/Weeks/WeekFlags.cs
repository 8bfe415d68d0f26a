using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Weeks;

/// <summary>Which factors' flags began in a week.</summary>
internal sealed class WeekFlags(IReadOnlyList<Assessment> assessments, DateOnly weekEnding)
{
    private readonly HashSet<string> began =
    [
        .. assessments
            .Where(assessment => assessment.Day >= weekEnding.AddDays(-7) && assessment.Day <= weekEnding)
            .GroupBy(assessment => assessment.Factor)
            .Where(factor => factor.OrderBy(day => day.Day).Select(day => day.Level).ToList() is var levels
                && levels.Zip(levels.Skip(1)).Any(pair => pair.First < AlertPolicy.FlagLevel && pair.Second >= AlertPolicy.FlagLevel))
            .Select(factor => factor.Key),
    ];

    /// <summary>True where the factor's level rose to a flag on a day of the week.</summary>
    public bool Began(string factor) => began.Contains(factor);
}
