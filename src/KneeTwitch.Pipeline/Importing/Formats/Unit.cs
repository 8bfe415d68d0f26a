namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>A unit: base = value times <paramref name="Factor"/> plus <paramref name="Offset"/>.</summary>
internal sealed record Unit(Dimension Dimension, double Factor, double Offset = 0)
{
    internal double ToBase(double value) => (value * Factor) + Offset;
}
