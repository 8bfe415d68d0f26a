namespace KneeTwitch.Pipeline.Messages;

/// <summary>A wearer's weekly mail is to be written. Said by the schedule, heard by Reporting, which sends it once.</summary>
public sealed record DigestDue
{
    public required Guid WearerId { get; init; }

    /// <summary>The Sunday the week ends with.</summary>
    public required DateOnly WeekEnding { get; init; }
}
