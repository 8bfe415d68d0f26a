namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>A pattern planted in a life from a day on; by default nothing.</summary>
internal sealed record Change
{
    public int FromDay { get; init; } = int.MaxValue;

    public double LoadFactor { get; init; } = 1;

    public bool IsEveryDay { get; init; }

    public double Stress { get; init; }

    public double HrvSpreads { get; init; }

    public double PulseBpm { get; init; }

    public double SleepMinutes { get; init; }

    public double BedTimeJitter { get; init; }

    public double DrinksFactor { get; init; } = 1;

    public double NutrientFactor { get; init; } = 1;

    public double Caffeine { get; init; }

    public double Nicotine { get; init; }
}
