namespace KneeTwitch.Pipeline.Messages;

/// <summary>One thing an export says of the wearer.</summary>
/// <param name="Kind">birth_year, sex (female, male) or zone (an IANA id).</param>
/// <param name="At">When it was so, UTC; for a zone the instant at which the device was in it.</param>
/// <param name="Value">The value as text.</param>
public sealed record Fact(string Kind, DateTimeOffset At, string Value)
{
    public const string BirthYear = "birth_year";
    public const string Sex = "sex";
    public const string Zone = "zone";
}
