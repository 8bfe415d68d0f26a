using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Huawei;

/// <summary>Numbers of sports, and who said it.</summary>
internal static class HuaweiWords
{
    internal static readonly Source Watch = Source.Named("Huawei Health", SourceKind.Worn);

    internal static readonly Source Typed = Source.Named("Huawei Health, typed in", SourceKind.Manual);

    /// <summary>Nobody walks this many steps a minute, and nobody runs fewer.</summary>
    internal const double RunningStepsPerMinute = 140;

    private const long Others = 117;

    private static readonly Dictionary<long, Sport> Sports = new()
    {
        [2] = Sport.Hike,
        [3] = Sport.Cycle,
        [4] = Sport.Run,
        [5] = Sport.Walk,
        [101] = Sport.Run,
        [102] = Sport.Swim,
        [103] = Sport.Cycle,
        [104] = Sport.Swim,
        [111] = Sport.Elliptical,
        [118] = Sport.Run,
        [145] = Sport.Strength,
        [282] = Sport.Hike,
    };

    internal static bool Knows(long number) => number is Others || Sports.ContainsKey(number);

    internal static Sport SportOf(long? number) => number is { } known ? Sports.GetValueOrDefault(known) : Sport.Other;
}
