namespace KneeTwitch.Core.Diary;

/// <summary>The wearer talked to a clinician or pharmacist: what was a reason to do so is answered [risk-factors 5, 6].</summary>
public sealed record Visit : DiaryFact
{
    /// <summary>The factors or red flags that were talked about (such as RF2); empty for all that stood.</summary>
    public IReadOnlyList<string> About { get; init; } = [];
}
