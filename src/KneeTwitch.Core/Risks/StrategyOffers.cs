using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>Which strategies to offer on a day [risk factors 7]: those of the rules at watch or above, and an electrolyte drink after long hard or hot sport.</summary>
public static class StrategyOffers
{
    public const double SessionMinutes = 60, HotFromC = 25, HardLitresPerHour = 1.0;

    /// <summary>In the order of the strategies. What brings potassium is not offered with kidney disease or a medicine that raises it.</summary>
    /// <param name="history">The wearer's days.</param>
    /// <param name="assessments">Of that day, or of any.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<StrategyOffer> On(History history, IEnumerable<Assessment> assessments, DateOnly day)
    {
        var isWithheld = PotassiumAdvice.IsWithheld(history, history.IndexOf(day));
        var fitting = assessments
            .Where(assessment => assessment.Day == day && assessment.Level >= 1)
            .SelectMany(assessment => (RiskFactors.Find(assessment.Factor)?.AdviceFor(assessment.Evidence) ?? []).Select(id => (Id: id, assessment.Factor)))
            .ToLookup(one => one.Id, one => one.Factor);
        var isHard = history[history.IndexOf(day)]?.Sessions.Any(session => session.Minutes > SessionMinutes
            && (session.TemperatureC >= HotFromC || Sweat.Base(session, history.Wearer, day) >= HardLitresPerHour)) == true;
        return
        [
            .. Strategies.All
                .Where(strategy => fitting.Contains(strategy.Id) || (isHard && strategy.Id == Strategies.ElectrolyteDrink))
                .Where(strategy => !(isWithheld && strategy.BringsPotassium))
                .Select(strategy => new StrategyOffer(strategy, [.. fitting[strategy.Id].Order(StringComparer.Ordinal)])),
        ];
    }
}
