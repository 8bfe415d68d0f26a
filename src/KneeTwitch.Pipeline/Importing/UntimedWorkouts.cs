using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>
/// Workouts of which only the day is known: the first begins at noon, each other when the one before it is over, so that two of one length
/// stay two.
/// </summary>
internal sealed class UntimedWorkouts(ZoneHistory zones)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(2);
    private readonly Dictionary<DateOnly, DateTimeOffset> free = [];

    /// <summary>Where a workout of so many minutes stands.</summary>
    internal DateTimeOffset Place(DateOnly day, double minutes)
    {
        var start = free.TryGetValue(day, out var next) ? next : zones.ToUtc(day.ToDateTime(new TimeOnly(12, 0)));
        free[day] = start.AddMinutes(Math.Ceiling(minutes)) + Between;
        return start;
    }
}
