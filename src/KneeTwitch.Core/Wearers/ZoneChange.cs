namespace KneeTwitch.Core.Wearers;

/// <summary>From this instant on the wearer lives by this zone's clock.</summary>
/// <param name="FromUtc">The instant, UTC.</param>
/// <param name="ZoneId">An IANA id, such as Europe/Berlin.</param>
public sealed record ZoneChange(DateTimeOffset FromUtc, string ZoneId);
