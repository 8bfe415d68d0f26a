namespace KneeTwitch.Core.Diary;

/// <summary>Free words and nothing else: the remark says them.</summary>
public sealed record Note : DiaryFact;
