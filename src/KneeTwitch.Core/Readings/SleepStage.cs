namespace KneeTwitch.Core.Readings;

/// <summary>Values of <see cref="Metric.SleepStage"/>. Being in bed is not being asleep and overlaps the stages.</summary>
public enum SleepStage
{
    InBed = 0,

    /// <summary>Asleep, stage not said.</summary>
    Asleep = 1,
    Awake = 2,

    /// <summary>Light sleep, which some vendors call core.</summary>
    Light = 3,
    Deep = 4,
    Rem = 5,
}
