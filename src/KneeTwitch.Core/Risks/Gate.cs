using System.Numerics;

namespace KneeTwitch.Core.Risks;

/// <summary>
/// What persists: turns day grades into levels by counting days in the weeks W0 (t-6 to t), W1 (t-13 to t-7) and W2 (t-20 to t-14)
/// [risk factors 2, statistics 2.3]. An immutable state and a pure step: it can be kept and resumed from any day.
/// </summary>
public readonly record struct Gate
{
    private const uint Week = 0x7F, TwoWeeks = 0x3FFF, FourWeeks = 0xFFF_FFFF, WindowsKept = 0x7FFF;
    private const int DaysOfStaleness = 28;

    /// <summary>A level clears with so many known and clean days of the last 14; with fewer known of the last 28 it is stale.</summary>
    internal const int KnownToClear = 10, CleanToClear = 8, KnownToStand = 10;

    /// <summary>After so many graded days in a row without support, strong falls to flag.</summary>
    public const int DaysWithoutStrong = 7;

    // Bit 0 is today, bit 1 yesterday, and so on.
    private uint Known { get; init; }

    private uint Clean { get; init; }

    private Rung Watch { get; init; }

    private Rung Flag { get; init; }

    private Rung Strong { get; init; }

    // The last seven days, newest last; only kept for a rule that has a condition on the mean of a week.
    private double?[]? Measures { get; init; }

    private int Days { get; init; }

    private int UnsupportedStrongDays { get; init; }

    /// <summary>0 none, 1 watch, 2 flag, 3 strong.</summary>
    public int Level { get; private init; }

    /// <summary>The level that the data of this day alone would give.</summary>
    public int Supported { get; private init; }

    /// <summary>Why the level changed today: raise, clear, downgrade, stale; null where it did not.</summary>
    public string? Reason { get; private init; }

    /// <summary>Days since the pattern began, counted back from today; null at level 0.</summary>
    public int? SinceDaysAgo { get; init; }

    /// <summary>Days since the first day with a grade, itself included; 0 where there was none.</summary>
    public int DaysSinceFirstKnown { get; private init; }

    public int KnownOf7 => Count(Known & Week);

    public int KnownOf14 => Count(Known & TwoWeeks);

    public int KnownOf28 => Count(Known & FourWeeks);

    public int CleanOf14 => Count(Clean & TwoWeeks);

    /// <summary>Fewer than 10 of the last 28 days are known.</summary>
    public bool IsStale => Days >= DaysOfStaleness && KnownOf28 < KnownToStand;

    /// <summary>No day of the last fifteen is known, but earlier ones were: a level from windows is kept for fourteen days without a grade.</summary>
    public bool IsSilent => DaysSinceFirstKnown > 0 && (Known & WindowsKept) == 0;

    /// <summary>A level stands that today's data do not support, and fewer than 10 of the last 14 days are known.</summary>
    public bool IsWaiting => Supported < Level && KnownOf14 < KnownToClear;

    /// <summary>Days of the last 7 with at least this grade, 1 to 3.</summary>
    public int GradedOf7(int grade) => Count(RungOf(grade).Days & Week);

    /// <summary>One day on.</summary>
    /// <param name="today">Its grade.</param>
    /// <param name="weekMeanBelow">The mean of a week's measures must be below these for the week to count at grade 1, 2, 3; null without the condition.</param>
    public Gate Step(DayGrade today, IReadOnlyList<double>? weekMeanBelow = null)
    {
        var known = (Known << 1) | Bit(today.Grade is not null);
        var measures = weekMeanBelow is null ? null : MeasuresWith(today);
        var mean = WeekMean(measures);
        var next = this with
        {
            Known = known,
            Clean = (Clean << 1) | Bit(today is { Grade: not null, IsClean: true }),
            Watch = Watch.Step(today.Grade >= 1, known, mean < weekMeanBelow?[0] || weekMeanBelow is null),
            Flag = Flag.Step(today.Grade >= 2, known, mean < weekMeanBelow?[1] || weekMeanBelow is null),
            Strong = Strong.Step(today.Grade >= 3, known, mean < weekMeanBelow?[2] || weekMeanBelow is null),
            Measures = measures,
            Days = Days + 1,
            DaysSinceFirstKnown = DaysSinceFirstKnown > 0 || today.Grade is not null ? DaysSinceFirstKnown + 1 : 0,
        };
        var supported = next.Strong.IsRepeated ? 3 : next.Flag.IsRepeated ? 2 : next.Watch.IsNow ? 1 : 0;
        return (next with { Supported = supported }).Settle(today.Grade is not null);
    }

    /// <summary>One day on for a rule whose grade is itself a test of weeks: no counting of days, the same holding and clearing.</summary>
    /// <param name="today">Its grade is the level that the windows support; clean where they meet the rule's condition for clearing.</param>
    public Gate StepOfWindows(DayGrade today)
    {
        var known = (Known << 1) | Bit(today.Grade is not null);
        var unsupported = today.Grade >= 3 || Level < 3 ? 0 : UnsupportedStrongDays + (today.Grade is null ? 0 : 1);
        var (level, reason) = today.Grade switch
        {
            null when (known & WindowsKept) == 0 => (0, "stale"),
            null => (Level, null),
            { } supported when supported >= Level => (supported, "raise"),
            { } supported when today.IsClean == true => (Math.Min(supported, 1), "clear"),
            _ when unsupported >= DaysWithoutStrong => (2, "downgrade"),
            _ => (Level, (string?)null),
        };
        var since = SinceDaysAgo + 1;
        return new Gate
        {
            Known = known,
            Clean = (Clean << 1) | Bit(today is { Grade: not null, IsClean: true }),
            Days = Days + 1,
            DaysSinceFirstKnown = DaysSinceFirstKnown > 0 || today.Grade is not null ? DaysSinceFirstKnown + 1 : 0,
            UnsupportedStrongDays = level == 3 ? unsupported : 0,
            Level = level,
            Supported = today.Grade ?? 0,
            Reason = level == Level ? null : reason,
            SinceDaysAgo = level == 0 ? null : level > Level ? Math.Max(since ?? 0, today.SinceDaysAgo ?? 0) : since,
        };
    }

    /// <summary>The order inside one day, statistics 2.3.</summary>
    private Gate Settle(bool isGraded)
    {
        // A day without a grade neither proves nor disproves: it does not count, and does not break the row.
        var unsupported = Supported >= 3 || Level < 3 ? 0 : UnsupportedStrongDays + (isGraded ? 1 : 0);
        if (Supported >= Level)
        {
            return To(Supported, "raise");
        }

        if (IsStale)
        {
            return To(0, "stale");
        }

        if (KnownOf14 >= KnownToClear && CleanOf14 >= CleanToClear)
        {
            return To(Math.Min(Supported, 1), "clear");
        }

        if (Level == 3)
        {
            return unsupported >= DaysWithoutStrong ? To(2, "downgrade") : To(3, null) with { UnsupportedStrongDays = unsupported };
        }

        return Level <= 1 ? To(Supported, "downgrade") : To(Level, null);
    }

    private Gate To(int level, string? reason) => this with
    {
        Level = level,
        Reason = level == Level ? null : reason,
        UnsupportedStrongDays = 0,
        SinceDaysAgo = SinceOf(level),
    };

    /// <summary>
    /// The pattern began on the first day of the level's grade in the weeks that supported the change. A flag is dated anew when it follows a
    /// watch, because it claims more; a strong level keeps its flag's date, and what falls from strong to flag as well.
    /// </summary>
    private int? SinceOf(int level)
    {
        var before = SinceDaysAgo + 1;
        if (level == 0 || level == Level || (level == 2 && Level == 3))
        {
            return level == 0 ? null : before;
        }

        var rung = RungOf(level);
        var weeks = Week;
        if (level > 1)
        {
            weeks |= (rung.CountedWeekAgo ? Week << 7 : 0) | (rung.CountedTwoWeeksAgo ? Week << 14 : 0);
        }

        var first = 31 - BitOperations.LeadingZeroCount(rung.Days & weeks);
        return level == 3 && Level == 2 ? Math.Max(before ?? 0, first) : first;
    }

    private Rung RungOf(int grade) => grade switch
    {
        1 => Watch,
        2 => Flag,
        _ => Strong,
    };

    private double?[] MeasuresWith(DayGrade today)
    {
        var measure = today.Grade is null ? null : today.Measure;
        return Measures is null ? [null, null, null, null, null, null, measure] : [.. Measures.AsSpan(1), measure];
    }

    private static double? WeekMean(double?[]? measures)
    {
        var (known, sum) = (0, 0.0);
        foreach (var measure in measures ?? [])
        {
            known += measure is null ? 0 : 1;
            sum += measure ?? 0;
        }

        return known == 0 ? null : SixDecimals.Of(sum / known);
    }

    private static int Count(uint days) => BitOperations.PopCount(days);

    private static uint Bit(bool isSet) => isSet ? 1u : 0;
}
