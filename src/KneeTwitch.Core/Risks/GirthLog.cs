using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>Left less right by tape, against the first time at the same place and mark. Occasions are days on which both legs were measured.</summary>
internal sealed class GirthLog
{
    private readonly Dictionary<(string Place, double? Mark), double> first = [];
    private readonly List<(int Day, string Place, double? Mark, double Change)> changes = [];

    /// <summary>Takes in a day's measurements; several of one leg are averaged.</summary>
    /// <returns>Whether both legs were measured at some place.</returns>
    public bool Add(int day, IEnumerable<Girth> girths)
    {
        var isMeasured = false;
        foreach (var place in girths.GroupBy(girth => (girth.Place, girth.MarkCm)))
        {
            var left = place.Where(girth => girth.Side == Side.Left).Select(girth => (double?)girth.Centimetres).Average();
            var right = place.Where(girth => girth.Side == Side.Right).Select(girth => (double?)girth.Centimetres).Average();
            if (left - right is { } difference)
            {
                isMeasured = true;
                first.TryAdd(place.Key, difference);
                changes.Add((day, place.Key.Place, place.Key.MarkCm, ChangeOf(difference, first[place.Key])));
            }
        }

        return isMeasured;
    }

    /// <summary>A clinician has seen it: occasions up to this day no longer count, the first measurement stays the yardstick.</summary>
    public void Forget(int day) => changes.RemoveAll(one => one.Day <= day);

    /// <summary>The first of two occasions at least a week apart with a change of 2 cm to the same side; null without them.</summary>
    public int? FlaggedSince(int day)
    {
        var large = changes.Where(one => day - one.Day <= LegShrinking.RememberedDays && Math.Abs(one.Change) >= LegShrinking.FlagCm).ToList();
        return large
            .Where(one => large.Exists(later => later.Day - one.Day >= LegShrinking.DaysApart
                && (later.Place, later.Mark, Math.Sign(later.Change)) == (one.Place, one.Mark, Math.Sign(one.Change))))
            .Select(one => (int?)one.Day)
            .FirstOrDefault();
    }

    /// <summary>The largest change of the last occasion; null where none is remembered.</summary>
    public double? LatestChange(int day) => changes
        .Where(one => one.Day == changes[^1].Day && day - one.Day <= LegShrinking.RememberedDays)
        .OrderByDescending(one => Math.Abs(one.Change))
        .Select(one => (double?)one.Change)
        .FirstOrDefault();

    internal static double ChangeOf(double differenceCm, double firstDifferenceCm) => SixDecimals.Of(differenceCm - firstDifferenceCm);
}
