namespace KneeTwitch.Core.Days;

/// <summary>Kinds of notes on a day. The numbers are stored.</summary>
public enum NoteKind : short
{
    /// <summary>The vendor's own total of the day is more than 10 % away from the number merged from finer data.</summary>
    VendorDiffers = 1,
}
