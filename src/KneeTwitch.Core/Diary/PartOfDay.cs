namespace KneeTwitch.Core.Diary;

/// <summary>A part of a day that an app asks for in place of a time; stored. No hour is made up from it.</summary>
public enum PartOfDay
{
    Morning = 1,
    Midday = 2,
    Evening = 3,
    BeforeSleep = 4,
}
