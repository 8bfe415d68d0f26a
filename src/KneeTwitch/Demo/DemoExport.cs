using System.IO.Compression;
using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Demo;

/// <summary>Writes the invented months of <see cref="DemoPlan"/> as an Apple Health export with a diary of the wearer's own beside it. It depends on its arguments only, not on the clock.</summary>
internal static class DemoExport
{
    internal const int Seed = 2025;

    /// <summary>Writes the zip.</summary>
    /// <param name="to">Where to; left open.</param>
    /// <param name="plan">What to invent: the same plan and seed give the same bytes.</param>
    /// <param name="seed">Where chance begins.</param>
    internal static void Write(Stream to, DemoPlan plan, int seed = Seed)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        WriteHealth(zip, plan, seed);
        WriteDiary(zip, plan, seed);
    }

    private static void WriteHealth(ZipArchive zip, DemoPlan plan, int seed)
    {
        using var text = Create(zip, "apple_health_export/export.xml", plan);
        var xml = new HealthXml(text);
        xml.Open(plan.Last.AddDays(1));
        for (var day = plan.First; day <= plan.Last; day = day.AddDays(1))
        {
            WriteDay(xml, plan, seed, day);
        }

        xml.Close();
    }

    private static void WriteDiary(ZipArchive zip, DemoPlan plan, int seed)
    {
        using var text = Create(zip, "twitch_diary/diary.ndjson", plan);
        var diary = new DemoDiary(text, plan, seed);
        for (var day = plan.First; day <= plan.Last; day = day.AddDays(1))
        {
            diary.Write(ClockOf(plan, day));
        }
    }

    private static StreamWriter Create(ZipArchive zip, string path, DemoPlan plan)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(plan.Last.AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero);
        return new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
    }

    private static DemoClock ClockOf(DemoPlan plan, DateOnly day) => new(plan, ZoneHistory.Of(DemoPlan.Zone), day);

    private static void WriteDay(HealthXml xml, DemoPlan plan, int seed, DateOnly day)
    {
        var clock = ClockOf(plan, day);
        var weather = DemoPlan.TemperatureC(day, DemoRandom.For(seed, day, 1));
        var isWorn = DemoPlan.WatchIsWorn(day);
        var night = DemoNight.Of(clock, DemoRandom.For(seed, day, DemoRandom.Night));
        var workouts = isWorn ? DemoWorkout.Of(clock, DemoRandom.For(seed, day, 3)) : [];

        if (isWorn)
        {
            night.Write(xml);
        }

        foreach (var workout in workouts)
        {
            workout.Write(xml, weather, DemoRandom.For(seed, day, 4));
        }

        var energyKcal = DemoMovement.Write(xml, clock, isWorn, night, workouts, DemoRandom.For(seed, day, 5));
        if (isWorn)
        {
            DemoHeart.Write(xml, clock, night, workouts, DemoRandom.For(seed, day, 6));
            var exercise = workouts.Where(workout => workout.Sport != Sport.Strength).Sum(workout => workout.Minutes);
            xml.DaySummary(day, energyKcal + workouts.Sum(workout => workout.EnergyKcal), exercise + 12, DemoMovement.StandHours);
        }

        DemoIntake.Write(xml, clock, workouts.Sum(workout => workout.Minutes) / 60, weather, DemoRandom.For(seed, day, 7));
        DemoBody.Write(xml, clock, isWorn, DemoRandom.For(seed, day, 8));
    }
}
