namespace KneeTwitch.Web.Pages.Diary;

/// <summary>A form of the diary holds what cannot be understood; the message says what.</summary>
internal sealed class DiaryFormException(string message) : Exception(message);
