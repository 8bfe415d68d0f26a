namespace KneeTwitch.Pipeline.Storage;

/// <summary>Something in an export that could not be read or was left out, and how often.</summary>
/// <param name="Reason">Why, in words for the wearer.</param>
/// <param name="Count">How often.</param>
/// <param name="First">Where it was met first: entry and line or position.</param>
public sealed record StoredReject(string Reason, long Count, string First);
