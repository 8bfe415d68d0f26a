namespace KneeTwitch.Core.Days;

/// <summary>A quarter hour of a day.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="Taken">The source it is taken from; null where all said zero, or only a total of many hours reaches into it.</param>
/// <param name="Amount">What counts, in the metric's unit.</param>
/// <param name="Said">What each source said of it, most trusted first.</param>
public sealed record DaySlot(DateTimeOffset Start, string? Taken, double Amount, IReadOnlyList<DayPart> Said);
