using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

/// <summary>FIT files to be damaged: one of each kind that is read, with every message that matters in it.</summary>
internal static class FitFixtures
{
    private static readonly uint Start = Seconds("2026-03-10T12:00:00Z");

    internal static IReadOnlyList<Fixture> All { get; } =
    [
        new("fit-activity", ("activity.fit", Activity().Build())),
        new("fit-monitoring", ("monitoring.fit", Monitoring().Build())),
        new("fit-body", ("body.fit", Body().Build())),
        new("fit-chained", ("chained.fit", [.. Activity().Build(), .. Body().Build()])),
        new("garmin-archive", ("UDSFile_1.json", """[{"calendarDate":"2026-03-09","totalSteps":9000,"restingHeartRate":55}]"""u8.ToArray()), ("UploadedFiles_1/1.fit", Activity().Build())),
    ];

    private static FitBuilder Activity() => new FitBuilder().FileId(4, created: Start)
        .Add(34, (253, U32, Start + 600), (5, U32, Start + 600 + 3_600), (1, U16, 1))
        .Add(12, (0, E8, 1), (1, E8, 3))
        .Define(1, 20, [(253, 4, U32), (3, 1, U8), (5, 4, U32)])
        .Add(20, (253, U32, Start), (3, U8, 99), (5, U32, 1_000))
        .Add(20, (253, U32, Start + 1), (3, U8, 101), (5, U32, 1_300))
        .Compressed(1, 3, 1, 0, 0, 0, 102, 9, 0, 0, 0)
        .Add(132, (253, U32, Start), (9, U32, 9), (6, U8, 90))
        .Add(132, (10, Raw, new byte[12]), (6, U8, new[] { 90, 91, 92 }))
        .Add(216, (0, U16, 18), (1, U16, 0), (2, U32, new[] { 1, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000 }))
        .Add(18, (253, U32, Start + 600), (254, U16, 0), (2, U32, Start), (5, E8, 1), (6, E8, 3), (7, U32, 600_000), (8, U32, 580_000), (9, U32, 150_000),
            (11, U16, 120), (16, U8, 120), (17, U8, 150), (22, U16, 12), (65, U32, new[] { 1, 2, 3, 4, 5, 6 }), (193, U8, 60));

    private static FitBuilder Monitoring() => new FitBuilder().FileId(32, created: Start)
        .Add(103, (253, U32, Start), (0, U32, Start + 3_600))
        .Add(55, (253, U32, Start + 60), (5, E8, 6), (3, U32, 200), (2, U32, 15_000), (19, U16, 9))
        .Add(55, (26, U16, (int)((Start + 120) & 0xFFFF)), (27, U8, 71))
        .Add(55, (26, U16, (int)((Start + 180) & 0xFFFF)), (24, Raw, new byte[] { 0x26 }), (3, U32, 260), (33, U16, 2), (34, U16, 1))
        .Add(211, (253, U32, Start + 200), (0, U8, 55), (1, U8, 54))
        .Add(227, (1, U32, Start + 240), (0, S16, 31));

    private static FitBuilder Body() => new FitBuilder { IsBigEndian = true, HeaderBytes = 12 }.FileId(49, created: Start)
        .Add(275, (253, U32, Start), (0, E8, 2))
        .Add(275, (253, U32, Start + 1_800), (0, E8, 3))
        .Add(21, (253, U32, Start + 3_600), (0, E8, 74))
        .Add(30, (253, U32, Start), (0, U16, 7_000), (1, U16, 2_000), (12, U16, 1))
        .Add(51, (253, U32, Start), (0, U16, 121), (1, U16, 79))
        .Add(269, (253, U32, Start), (0, U8, 96))
        .Add(297, (253, U32, Start), (0, S16, 1_400))
        .Add(370, (253, U32, Start), (1, U16, 6_400))
        .Add(371, (253, U32, Start), (0, U16, 6_272));
}
