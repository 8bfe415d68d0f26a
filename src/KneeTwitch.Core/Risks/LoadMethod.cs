namespace KneeTwitch.Core.Risks;

/// <summary>How leg load is counted, best first. The numbers are evidence (load_method) and stay.</summary>
public enum LoadMethod
{
    SessionRpe = 1,
    Edwards = 2,
    Banister = 3,
    ActiveEnergy = 4,
}
