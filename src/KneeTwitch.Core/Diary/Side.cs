namespace KneeTwitch.Core.Diary;

/// <summary>Which side of the body; stored. Null where it is not known.</summary>
public enum Side
{
    Left = 1,
    Right = 2,
    Both = 3,
}
