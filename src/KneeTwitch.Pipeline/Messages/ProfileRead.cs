namespace KneeTwitch.Pipeline.Messages;

/// <summary>
/// What an export says of the wearer: birth year, sex, and in which zones the devices were. Said by Importing, heard by Ingesting.
/// Evidence only: what the wearer says themselves wins.
/// </summary>
public sealed record ProfileRead
{
    public required Guid ImportId { get; init; }

    public required int Attempt { get; init; }

    public required int Batch { get; init; }

    public required Guid WearerId { get; init; }

    public required IReadOnlyList<Fact> Facts { get; init; }
}
