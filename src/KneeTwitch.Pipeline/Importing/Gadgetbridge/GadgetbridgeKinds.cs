using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>What the raw kinds of a minute mean, vendor by vendor.</summary>
internal static class GadgetbridgeKinds
{
    private const int HighestDeepBeforeDeep = 42;
    private const int HighestRemBeforeRem = 55;
    private const int LowBits = 127;

    /// <summary>Of the low four bits; zero and ten say that nothing changed.</summary>
    internal static bool IsMiBandCarry(long kind) => (kind & 15) is 0 or 10;

    internal static GadgetbridgeKind MiBand(long kind, bool isFirst) => (kind & 15) switch
    {
        3 or 6 => GadgetbridgeKind.NotWorn,
        4 when isFirst => new(SleepStage.Deep),
        5 when isFirst => new(SleepStage.Light),
        9 when !isFirst => new(SleepStage.Light),
        11 when !isFirst => new(SleepStage.Deep),
        _ => GadgetbridgeKind.Awake,
    };

    internal static GadgetbridgeKind Huami(long kind, long? deep, long? rem) => kind switch
    {
        115 or 118 => GadgetbridgeKind.NotWorn,
        120 => new((rem & LowBits) > HighestRemBeforeRem ? SleepStage.Rem : (deep & LowBits) > HighestDeepBeforeDeep ? SleepStage.Deep : SleepStage.Light),
        _ => GadgetbridgeKind.Awake,
    };

    /// <summary>The app's own numbers, which simple devices use.</summary>
    internal static GadgetbridgeKind Own(long kind) => kind switch
    {
        0x08 => GadgetbridgeKind.NotWorn,
        0x02 => new(SleepStage.Light),
        0x04 => new(SleepStage.Deep),
        0x0100_0000 => new(SleepStage.Rem),
        _ => GadgetbridgeKind.Awake,
    };

    internal static SleepStage? Xiaomi(long? stage) => stage switch
    {
        2 => SleepStage.Deep,
        3 => SleepStage.Light,
        4 => SleepStage.Rem,
        null => null,
        _ => SleepStage.Awake,
    };

    internal static SleepStage? Garmin(long? stage) => stage switch
    {
        1 => SleepStage.Awake,
        2 => SleepStage.Light,
        3 => SleepStage.Deep,
        4 => SleepStage.Rem,
        _ => null,
    };

    internal static SleepStage? Cmf(long? stage) => stage switch
    {
        1 => SleepStage.Deep,
        2 => SleepStage.Light,
        3 => SleepStage.Rem,
        null => null,
        _ => SleepStage.Awake,
    };

    internal static SleepStage? Colmi(long? stage) => stage switch
    {
        2 => SleepStage.Light,
        3 => SleepStage.Deep,
        4 => SleepStage.Rem,
        5 => SleepStage.Awake,
        _ => null,
    };

    internal static SleepStage? Huawei(long? kind) => kind switch
    {
        6 => SleepStage.Light,
        7 => SleepStage.Deep,
        8 => SleepStage.Rem,
        _ => null,
    };
}
