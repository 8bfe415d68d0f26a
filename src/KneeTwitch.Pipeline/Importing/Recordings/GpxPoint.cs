namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>A point of a GPX track that has a time; its position is only used for distances.</summary>
internal readonly record struct GpxPoint(DateTimeOffset At, double Latitude, double Longitude, double? AltitudeM)
{
    private const double EarthM = 6_371_000;

    /// <summary>Devices without a signal write 0, 0.</summary>
    internal bool HasPosition => (Latitude, Longitude) is not (0, 0) && Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;

    /// <summary>Metres along the great circle (haversine formula).</summary>
    internal double To(in GpxPoint other)
    {
        var (lat, lon) = (double.DegreesToRadians(other.Latitude - Latitude), double.DegreesToRadians(other.Longitude - Longitude));
        var chord = Math.Pow(Math.Sin(lat / 2), 2)
            + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * Math.Pow(Math.Sin(lon / 2), 2));
        return 2 * EarthM * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
