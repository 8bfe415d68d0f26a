namespace KneeTwitch.Core.Risks;

/// <summary>Something a wearer may try against twitching, offered where a factor fits [risk factors 7].</summary>
/// <param name="Id">S1 to S8.</param>
/// <param name="Name">Name for people.</param>
/// <param name="How">What to do, and how much.</param>
/// <param name="Evidence">What is known about its effect on twitching.</param>
/// <param name="Cautions">To be printed wherever the strategy is.</param>
public sealed record Strategy(string Id, string Name, string How, string Evidence, IReadOnlyList<string> Cautions)
{
    /// <summary>Not to be offered with kidney disease or a medicine that raises potassium.</summary>
    public bool BringsPotassium => Id is Strategies.ElectrolyteDrink or Strategies.PotassiumFoods;
}
