using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>The app's numbers of kinds: bits first, and counted on from 0x04000000 when the bits ran out.</summary>
internal static class GadgetbridgeSports
{
    internal static bool IsSleep(long? kind) => kind is 0x02 or 0x04 or 0x0100_0000 or 0x0200_0000;

    internal static Sport Of(long? kind) => kind switch
    {
        0x10 or 0x100 or 0x0400_0001 => Sport.Run,
        0x20 or 0x0400_0012 => Sport.Walk,
        0x40 or 0x400 => Sport.Swim,
        0x80 or 0x800 => Sport.Cycle,
        0x4000 => Sport.Yoga,
        0x20_0000 => Sport.Strength,
        0x40_0000 => Sport.Hike,
        0x0400_0008 => Sport.Stairs,
        _ => Sport.Other,
    };
}
