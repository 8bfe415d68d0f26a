namespace KneeTwitch.Demo;

/// <summary>Draws the invented year needs; the same seed gives the same year on every machine.</summary>
internal static class DemoRandom
{
    /// <summary>Purposes of the streams that are drawn from in two places.</summary>
    internal const int Night = 2, Diary = 9;

    /// <summary>A day has its own stream, so that a change to one day leaves the others as they are.</summary>
    internal static Random For(int seed, DateOnly day, int purpose) => new(Scatter(unchecked((seed * 1_000_003) + (day.DayNumber * 31) + purpose)));

    /// <summary>Neighbouring seeds begin with neighbouring numbers, which would make days in a row rise and fall like a wave: murmur's finalizer breaks that up.</summary>
    private static int Scatter(int seed)
    {
        var bits = (uint)seed;
        bits = unchecked((bits ^ (bits >> 16)) * 0x85ebca6b);
        bits = unchecked((bits ^ (bits >> 13)) * 0xc2b2ae35);
        return (int)(bits ^ (bits >> 16));
    }

    /// <summary>Standard normal, by Box and Muller.</summary>
    internal static double Normal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    internal static double Between(this Random random, double low, double high) => low + ((high - low) * random.NextDouble());
}
