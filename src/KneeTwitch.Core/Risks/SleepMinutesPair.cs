namespace KneeTwitch.Core.Risks;

/// <summary>Two days compared minute by minute of the clock.</summary>
/// <param name="Agreeing">Minutes with the same state, asleep or awake, on both.</param>
/// <param name="Compared">Minutes known on both that exist once on both.</param>
internal readonly record struct SleepMinutesPair(int Agreeing, int Compared)
{
    /// <summary>18 hours.</summary>
    public const int MinutesNeeded = 1080;

    public bool IsValid => Compared >= MinutesNeeded;

    public static SleepMinutesPair operator +(SleepMinutesPair one, SleepMinutesPair other) => new(one.Agreeing + other.Agreeing, one.Compared + other.Compared);

    /// <summary>Compares two days' minutes from one to another.</summary>
    public static SleepMinutesPair Of(ReadOnlySpan<MinuteState> one, ReadOnlySpan<MinuteState> other)
    {
        var (agreeing, compared) = (0, 0);
        for (var minute = 0; minute < one.Length; minute++)
        {
            if (one[minute] != MinuteState.Unknown && other[minute] != MinuteState.Unknown)
            {
                compared++;
                agreeing += one[minute] == other[minute] ? 1 : 0;
            }
        }

        return new SleepMinutesPair(agreeing, compared);
    }

    /// <summary>SRI: -100 + 200 times the agreeing share, pooled over the valid pairs [Phillips2017]; null without any.</summary>
    public static (double? Index, int Pairs) Index(IEnumerable<SleepMinutesPair> pairs)
    {
        var valid = pairs.Where(pair => pair.IsValid).ToList();
        var compared = valid.Sum(pair => pair.Compared);
        return (compared > 0 ? -100 + (200.0 * valid.Sum(pair => pair.Agreeing) / compared) : null, valid.Count);
    }
}
