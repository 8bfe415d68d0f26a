using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>A change the wearer made to the trust order: lower ranks are trusted first. Written by WearerTable.</summary>
public sealed class TrustEntry
{
    public required Guid WearerId { get; init; }

    public required Metric Metric { get; init; }

    public required string Source { get; init; }

    public required int Rank { get; set; }
}
