namespace KneeTwitch.Core.Risks;

/// <summary>What a rule says of one day, a pure function of the data up to that day; persistence is the gate's business.</summary>
public sealed record DayGrade
{
    /// <summary>0 to 3, or null where the day cannot be graded.</summary>
    public int? Grade { get; init; }

    /// <summary>Whether the day counts towards clearing; null where that is not known.</summary>
    public bool? IsClean { get; init; }

    /// <summary>The day's own quantity, where the rule has a condition on the mean of a block of seven days.</summary>
    public double? Measure { get; init; }

    /// <summary>How far the day is from the wearer's own usual in the harmful direction, for rules on the z-ladder: dates the onset.</summary>
    public double? Z { get; init; }

    /// <summary>The autocorrelation of the baseline behind <see cref="Z"/>.</summary>
    public double? Phi { get; init; }

    /// <summary>For rules that judge windows: how many days ago the window's pattern begins.</summary>
    public int? SinceDaysAgo { get; init; }

    /// <summary>The level that what the wearer wrote down gives at once, whatever persists; null where nothing of that kind is known.</summary>
    public int? AtOnce { get; init; }

    /// <summary>How many days ago what gives <see cref="AtOnce"/> began.</summary>
    public int? AtOnceDaysAgo { get; init; }

    /// <summary>For rules that judge facts: there were answers once, but none in the last four weeks.</summary>
    public bool IsStale { get; init; }

    /// <summary>What was missing, in words for the wearer.</summary>
    public string? Missing { get; init; }

    /// <summary>The numbers behind the grade, by stable snake_case name with unit.</summary>
    public IReadOnlyDictionary<string, double> Evidence { get; init; } = Risks.Evidence.None;

    /// <summary>A day that cannot be graded, and why.</summary>
    public static DayGrade NotKnown(string missing) => new() { Missing = missing };
}
