namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>Seeded noise of unit variance.</summary>
internal sealed class Noise(int seed)
{
    private readonly Random random = new(seed);

    public double Uniform() => random.NextDouble();

    public bool Chance(double share) => random.NextDouble() < share;

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Student's t with five degrees of freedom, scaled to unit variance: a bad night now and then.</summary>
    public double HeavyTailed()
    {
        var squares = Enumerable.Range(0, 5).Sum(_ => Math.Pow(Normal(), 2));
        return Normal() / Math.Sqrt(squares / 5) / Math.Sqrt(5.0 / 3);
    }

    /// <summary>Days that resemble the day before: an autoregression of order 1.</summary>
    public double[] Alike(int count, double phi, bool isHeavyTailed = false)
    {
        var days = new double[count];
        var last = Normal();
        for (var day = 0; day < count; day++)
        {
            days[day] = last = (phi * last) + (Math.Sqrt(1 - (phi * phi)) * (isHeavyTailed ? HeavyTailed() : Normal()));
        }

        return days;
    }

    /// <summary>A lognormal value of a mean and a coefficient of variation.</summary>
    public double LogNormal(double mean, double variation)
    {
        var sigma = Math.Sqrt(Math.Log(1 + (variation * variation)));
        return mean * Math.Exp((sigma * Normal()) - (sigma * sigma / 2));
    }
}
