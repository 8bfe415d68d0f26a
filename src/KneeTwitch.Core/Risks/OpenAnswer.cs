using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>A yes that still stands.</summary>
/// <param name="Answer">As it was said last.</param>
/// <param name="First">Index of the first day of it.</param>
/// <param name="Last">Index of the last day of it.</param>
/// <param name="Said">When it was said last.</param>
internal sealed record OpenAnswer(Answer Answer, int First, int Last, DateTimeOffset Said);
