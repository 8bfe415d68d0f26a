namespace KneeTwitch.Pipeline.Messages;

/// <summary>
/// Readings of these UTC days may have changed. Said by Ingesting (once for a whole import, when its last batch is stored), heard by
/// Summarizing, which finds out itself what really changed: saying too much is harmless.
/// </summary>
public sealed record DaysChanged
{
    public required Guid WearerId { get; init; }

    public required IReadOnlyList<DateOnly> UtcDays { get; init; }

    /// <summary>The import that ends with this, so that its progress can be followed; null otherwise.</summary>
    public Guid? ImportId { get; init; }
}
