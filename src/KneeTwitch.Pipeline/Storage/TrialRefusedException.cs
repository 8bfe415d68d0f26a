namespace KneeTwitch.Pipeline.Storage;

/// <summary>A trial cannot be started, stopped or logged so; the message tells the wearer why.</summary>
public sealed class TrialRefusedException(string message) : Exception(message);
