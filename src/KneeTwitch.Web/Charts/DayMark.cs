namespace KneeTwitch.Web.Charts;

/// <summary>One square of a <see cref="DayStrip"/>.</summary>
/// <param name="Day">The civil day.</param>
/// <param name="Grade">0 to 3, or null for a day that cannot be graded.</param>
public sealed record DayMark(DateOnly Day, int? Grade)
{
    public string Class => Grade is { } grade ? $"grade-{grade}" : "grade-missing";

    public string Says => Grade switch
    {
        null => "cannot be graded",
        0 => "nothing noticed",
        1 => "watch",
        2 => "flag",
        _ => "strong",
    };
}
