using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>Something about a day's number that a reader of it should know.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Metric">The number it is about.</param>
/// <param name="Value">The day's number.</param>
/// <param name="Said">The other number, in the same unit.</param>
/// <param name="Source">Who said the other one.</param>
public sealed record DayNote(NoteKind Kind, Metric Metric, double Value, double Said, string Source);
