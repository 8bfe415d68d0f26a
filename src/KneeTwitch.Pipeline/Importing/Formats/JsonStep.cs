namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>What came of looking for the next value.</summary>
/// <param name="Used">Bytes that are done with.</param>
/// <param name="Reject">Why something was passed over, if it was.</param>
/// <param name="At">Where that is, in bytes from the first one given.</param>
internal readonly record struct JsonStep(JsonOutcome Outcome, int Used, string? Reject = null, long At = 0);
