using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Trials;

/// <summary>What speaks against a trial before it is drawn.</summary>
public static class TrialLimits
{
    /// <summary>Strategies that bring potassium: not where advice on it is withheld.</summary>
    private static readonly string[] WithPotassium = ["S2", "S4"];

    /// <summary>A sentence, or null where nothing speaks against it.</summary>
    /// <param name="history">For what is known of the wearer.</param>
    /// <param name="strategy">S1 to S8.</param>
    /// <param name="today">The wearer's day.</param>
    /// <param name="start">The first day asked for.</param>
    public static string? WhyNot(History history, Strategy strategy, DateOnly today, DateOnly start) =>
        start <= today ? "A trial begins tomorrow at the earliest: its order is kept before its first day."
        : WithPotassium.Contains(strategy.Id) && PotassiumAdvice.IsWithheld(history, history.IndexOf(today)) ? $"{strategy.Name} is not offered to you: it brings potassium, which is for your clinician to advise on."
        : history.Wearer.AgeOn(today) < Ages.Adult ? "Trials are for adults."
        : null;
}
