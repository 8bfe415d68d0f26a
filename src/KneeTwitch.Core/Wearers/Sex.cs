namespace KneeTwitch.Core.Wearers;

/// <summary>Sex as far as reference values depend on it.</summary>
public enum Sex : short
{
    Unknown = 0,
    Female = 1,
    Male = 2,
}
