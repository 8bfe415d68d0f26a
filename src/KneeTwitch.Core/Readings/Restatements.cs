namespace KneeTwitch.Core.Readings;

/// <summary>
/// Services that count a stretch of time anew when a device reports late, and say another number for it in their next export: of one stretch
/// the newer number counts. By the source's name, because nothing else of a service is in every file and in every stored reading.
/// </summary>
public static class Restatements
{
    private static readonly HashSet<string> Services = new(StringComparer.Ordinal) { "Google Fit" };

    /// <summary>
    /// True where a later number replaces an earlier one for the same time. Not so for logs (two equal glasses are two), nor for stages of
    /// sleep, of which several may share their times.
    /// </summary>
    public static bool Are(Metric metric, Source source) =>
        Services.Contains(source.Name) && (metric.Info().DayRule is DayRule.SlotSum or DayRule.Mean);
}
