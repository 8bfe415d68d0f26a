namespace KneeTwitch.Pipeline.Storage;

/// <summary>An on/off trial as it was drawn, in <c>trials</c>. Written by TrialTable: only the end of one is ever changed.</summary>
public sealed class StoredTrial
{
    public required Guid WearerId { get; init; }

    public required Guid TrialId { get; init; }

    /// <summary>S1 to S8.</summary>
    public required string Strategy { get; init; }

    public required DateOnly Start { get; init; }

    public required int Seed { get; init; }

    /// <summary>Two a pair, in order: true for a week with the strategy. Kept beside the seed, so that no other program can draw it anew otherwise.</summary>
    public required bool[] Weeks { get; init; }

    public required int DropDays { get; init; }

    /// <summary>Before the first day.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>The first day that no longer belonged to it, where the wearer ended it early.</summary>
    public DateOnly? Stopped { get; set; }
}
