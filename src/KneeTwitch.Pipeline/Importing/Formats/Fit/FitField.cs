namespace KneeTwitch.Pipeline.Importing.Formats.Fit;

/// <summary>Where a field stands in the messages of a definition.</summary>
/// <param name="Number">Its number in the message, or in the developer's own list.</param>
/// <param name="At">Bytes from the message's start.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Type">The base type; for a developer's field unknown here.</param>
/// <param name="Developer">Index of the developer; null for a field of the profile.</param>
internal readonly record struct FitField(byte Number, int At, int Size, byte Type, byte? Developer = null);
