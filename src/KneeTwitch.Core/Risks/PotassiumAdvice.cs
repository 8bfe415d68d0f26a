using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>When numbers on potassium are shown without any advice to eat more of it [R09, S4].</summary>
internal static class PotassiumAdvice
{
    /// <param name="history">For what is known of the wearer.</param>
    public static bool IsWithheld(History history) => history.Wearer.HasKidneyDisease;
}
