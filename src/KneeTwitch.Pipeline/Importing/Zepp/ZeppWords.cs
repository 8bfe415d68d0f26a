using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Zepp;

/// <summary>Words and numbers of the tables.</summary>
internal static class ZeppWords
{
    internal static readonly Source Band = Source.Named("Zepp", SourceKind.Worn);

    internal static readonly Source Scale = Source.Named("Zepp scale", SourceKind.Worn);

    private static readonly Dictionary<string, Sport> Sports = new(StringComparer.Ordinal)
    {
        ["1"] = Sport.Run,
        ["6"] = Sport.Walk,
        ["8"] = Sport.Run,
        ["9"] = Sport.Cycle,
        ["10"] = Sport.Cycle,
        ["12"] = Sport.Elliptical,
        ["14"] = Sport.Swim,
        ["15"] = Sport.Swim,
        ["17"] = Sport.RacketSport,
        ["18"] = Sport.FieldSport,
        ["21"] = Sport.Intervals,
        ["23"] = Sport.Row,
    };

    internal static Sport SportOf(string? type) => Sports.GetValueOrDefault(type ?? "");

    internal static SleepStage? StageOf(string? word) => word?.ToUpperInvariant() switch
    {
        "DEEP" or "DEEP_SLEEP" => SleepStage.Deep,
        "LIGHT" or "LIGHT_SLEEP" or "SHALLOW" => SleepStage.Light,
        "REM" or "REM_SLEEP" => SleepStage.Rem,
        "AWAKE" or "WAKE" or "WAKE_UP" => SleepStage.Awake,
        _ => null,
    };

    /// <summary>Null where a pulse was not measured: bands write 0, 254, 255 and 300 for that.</summary>
    internal static double? Pulse(double? bpm) => bpm is >= 25 and < 254 ? bpm : null;
}
