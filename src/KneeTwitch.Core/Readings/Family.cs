namespace KneeTwitch.Core.Readings;

/// <summary>The families of events; each has a contract and a queue of its own.</summary>
public enum Family
{
    Activity,
    Sleep,
    Hydration,
    Nutrition,
    Body,
    Diary,
}
