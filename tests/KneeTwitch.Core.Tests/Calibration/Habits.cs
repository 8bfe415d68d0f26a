namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>What an invented wearer's life is like: stationary, and on the acceptable side of every rule [statistics 3.5].</summary>
internal sealed record Habits
{
    public double StressMean { get; init; } = 4;

    public double StressPhi { get; init; } = 0.5;

    public double HrvPhi { get; init; } = 0.4;

    public double PulsePhi { get; init; } = 0.55;

    public double SleepMean { get; init; } = 450;

    public double SleepSpread { get; init; } = 55;

    public double Drinks { get; init; } = 0.95;

    public double Caffeine { get; init; } = 260;

    public static Habits Typical { get; } = new();

    /// <summary>Nearer to every line, and days that resemble each other more.</summary>
    public static Habits Adverse { get; } = new()
    {
        StressMean = 5,
        StressPhi = 0.7,
        HrvPhi = 0.75,
        PulsePhi = 0.75,
        SleepMean = 440,
        SleepSpread = 60,
        Drinks = 0.85,
        Caffeine = 320,
    };
}
