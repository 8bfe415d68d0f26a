using KneeTwitch.Pipeline.Importing.Formats;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats;

public sealed class UnitsTests
{
    [Theory]
    [InlineData(1, "fl oz", Dimension.Volume, 29.5735295625)]
    [InlineData(1, "oz", Dimension.Volume, 29.5735295625)]
    [InlineData(1, "oz", Dimension.Mass, 28.349523125)]
    [InlineData(2, "Liters", Dimension.Volume, 2_000)]
    [InlineData(2, "ML", Dimension.Volume, 2)]
    [InlineData(2, "cups", Dimension.Volume, 473.176473)]
    [InlineData(3, "µg", Dimension.Mass, 3e-6)]
    [InlineData(3, "μg", Dimension.Mass, 3e-6)]
    [InlineData(70, "KG", Dimension.Mass, 70_000)]
    [InlineData(150, "lbs", Dimension.Mass, 68_038.8555)]
    [InlineData(5, "miles", Dimension.Length, 8_046.72)]
    [InlineData(1, "Cal", Dimension.Energy, 1)]
    [InlineData(1_000, "cal", Dimension.Energy, 1)]
    [InlineData(418.4, "KJ", Dimension.Energy, 100)]
    [InlineData(98.6, "°F", Dimension.Temperature, 37)]
    [InlineData(310.15, "K", Dimension.Temperature, 37)]
    [InlineData(5.5, "mmol/l", Dimension.Glucose, 99.0857)]
    [InlineData(60, "bpm", Dimension.Rate, 60)]
    [InlineData(36, "km/h", Dimension.Speed, 10)]
    [InlineData(2, "hours", Dimension.Time, 7_200)]
    public void A_unit_is_known_however_it_is_spelt(double value, string unit, object dimension, double expected) =>
        Assert.Equal(expected, Units.ToBase(value, unit, (Dimension)dimension) ?? double.NaN, 0.001);

    [Theory]
    [InlineData(1, "bucket", Dimension.Volume)]
    [InlineData(1, "kg", Dimension.Volume)]
    [InlineData(1, "", Dimension.Volume)]
    [InlineData(1e308, "L", Dimension.Volume)]
    public void What_is_no_unit_of_the_dimension_gives_nothing(double value, string unit, object dimension) => Assert.Null(Units.ToBase(value, unit, (Dimension)dimension));
}
