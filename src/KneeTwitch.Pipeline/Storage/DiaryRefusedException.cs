namespace KneeTwitch.Pipeline.Storage;

/// <summary>What somebody wanted to write down cannot be, or the entry they meant is not there; the message says why.</summary>
public sealed class DiaryRefusedException(string message, Exception? cause = null) : Exception(message, cause);
