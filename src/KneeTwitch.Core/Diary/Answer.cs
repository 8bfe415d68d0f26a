namespace KneeTwitch.Core.Diary;

/// <summary>An answer to a question.</summary>
/// <param name="Question">Which.</param>
/// <param name="IsYes">Yes or no.</param>
/// <param name="Side">Of which leg, where it was said.</param>
/// <param name="HasLasted">Longer than 48 hours, where it was said.</param>
/// <param name="IsSudden">Came on suddenly, where it was said.</param>
public sealed record Answer(Question Question, bool IsYes, Side? Side = null, bool? HasLasted = null, bool? IsSudden = null);
