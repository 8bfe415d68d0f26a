namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Whether a value was found, and if not, how to go on.</summary>
internal enum JsonOutcome
{
    Found,
    NeedsMore,
    PassedOver,
    Over,
}
