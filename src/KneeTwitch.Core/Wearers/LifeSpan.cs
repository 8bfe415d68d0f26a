namespace KneeTwitch.Core.Wearers;

/// <summary>A time of life that changes which reference holds.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day; null while it lasts.</param>
public sealed record LifeSpan(DateOnly From, DateOnly? To)
{
    public bool Holds(DateOnly day) => day >= From && (To is not { } last || day <= last);
}
