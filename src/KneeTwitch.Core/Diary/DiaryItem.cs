namespace KneeTwitch.Core.Diary;

/// <summary>An entry that counts, on its civil day.</summary>
/// <param name="Day">The wearer's day.</param>
/// <param name="Entry">The entry.</param>
/// <param name="What">What it says.</param>
public sealed record DiaryItem<T>(DateOnly Day, DiaryEntry Entry, T What)
    where T : DiaryFact;
