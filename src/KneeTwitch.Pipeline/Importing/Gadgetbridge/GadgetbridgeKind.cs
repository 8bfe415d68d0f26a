using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>What a minute was.</summary>
/// <param name="Stage">How it was slept; null for a minute awake.</param>
/// <param name="IsWorn">False where the device lay somewhere or was charged: then zero steps say nothing.</param>
internal readonly record struct GadgetbridgeKind(SleepStage? Stage, bool IsWorn = true)
{
    internal static GadgetbridgeKind Awake => new(null);

    internal static GadgetbridgeKind NotWorn => new(null, IsWorn: false);
}
