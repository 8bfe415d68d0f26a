namespace KneeTwitch.Core.Diary;

/// <summary>
/// All that the entry's source said of the entry's day before no longer counts: for apps whose exports carry no ids, where an edit is another
/// row and a deletion is a row that is gone. Being an entry itself it stays a union: the newest such entry of a day and source is what counts.
/// </summary>
public sealed record DayReplaced : DiaryFact;
