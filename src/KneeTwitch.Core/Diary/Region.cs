namespace KneeTwitch.Core.Diary;

/// <summary>The four regions that widespread twitching is counted by [risk-factors RF4].</summary>
public enum Region
{
    HeadAndNeck,
    Arms,
    Trunk,
    Legs,
}
