namespace KneeTwitch.Core.Alerts;

/// <summary>A persistent pattern with a life. Written by Alerting only.</summary>
public sealed record Alert
{
    public required Guid WearerId { get; init; }

    /// <summary>Factor and first day of the flag, such as R05-2026-03-12: the same data give the same id.</summary>
    public required string Id { get; init; }

    public required string Factor { get; init; }

    /// <summary>Now: 2 flag, 3 strong; when resolved, the highest it had.</summary>
    public required int Level { get; init; }

    public required AlertState State { get; init; }

    /// <summary>Since when the pattern is in the data.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The day whose evaluation raised it.</summary>
    public required DateOnly Opened { get; init; }

    /// <summary>The day whose evaluation ended it; null while it stands.</summary>
    public DateOnly? Cleared { get; init; }

    /// <summary>For a snoozed alert.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>The level the wearer has seen and acknowledged; it only comes back above it.</summary>
    public int? AcknowledgedLevel { get; init; }

    /// <summary>The last day of the flag that was judged.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The numbers behind it: of the last day while it stands, afterwards of the last day that was itself of that grade.</summary>
    public required IReadOnlyDictionary<string, double> Evidence { get; init; }

    public IReadOnlyList<AlertChange> Changes { get; init; } = [];
}
