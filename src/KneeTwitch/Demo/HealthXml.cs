using System.Globalization;

namespace KneeTwitch.Demo;

/// <summary>Writes the elements of an Apple Health export.</summary>
internal sealed class HealthXml(TextWriter to)
{
    internal const string Watch = "Mira\u2019s Watch";
    internal const string Phone = "Mira\u2019s iPhone";
    internal const string Diary = "Sip Diary";

    /// <summary>The phone prints the offset of the export's own moment on every record, in summer, too.</summary>
    private static readonly TimeSpan PrintedOffset = TimeSpan.FromHours(1);

    /// <param name="exported">The day the export claims to be made on.</param>
    internal void Open(DateOnly exported)
    {
        to.WriteLine("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        to.WriteLine("<!DOCTYPE HealthData [");
        to.WriteLine("<!-- HealthKit Export Version: 14 -->");
        to.WriteLine("<!ELEMENT HealthData ANY>");
        to.WriteLine("]>");
        to.WriteLine("<HealthData locale=\"en_DE\">");
        to.WriteLine($" <ExportDate value=\"{exported:yyyy-MM-dd} 09:00:00 +0100\"/>");
        to.WriteLine(" <Me HKCharacteristicTypeIdentifierDateOfBirth=\"1988-06-14\" HKCharacteristicTypeIdentifierBiologicalSex=\"HKBiologicalSexFemale\"/>");
    }

    internal void Close() => to.WriteLine("</HealthData>");

    /// <summary>A quantity, such as StepCount.</summary>
    internal void Quantity(string type, string source, string unit, DateTimeOffset start, DateTimeOffset end, double value) =>
        to.WriteLine($" <Record type=\"HKQuantityTypeIdentifier{type}\" sourceName=\"{source}\" unit=\"{unit}\" {Times(start, end)} value=\"{Number(value)}\"/>");

    /// <summary>A category, such as SleepAnalysis.</summary>
    internal void Category(string type, string source, DateTimeOffset start, DateTimeOffset end, string value) =>
        to.WriteLine($" <Record type=\"HKCategoryTypeIdentifier{type}\" sourceName=\"{source}\" {Times(start, end)} value=\"HKCategoryValue{value}\"/>");

    internal void OpenWorkout(string activity, DateTimeOffset start, DateTimeOffset end, double temperatureC)
    {
        to.WriteLine($" <Workout workoutActivityType=\"HKWorkoutActivityType{activity}\" duration=\"{Number((end - start).TotalMinutes)}\" durationUnit=\"min\" sourceName=\"{Watch}\" {Times(start, end)}>");
        to.WriteLine($"  <MetadataEntry key=\"HKTimeZone\" value=\"{DemoPlan.Zone}\"/>");
        to.WriteLine($"  <MetadataEntry key=\"HKWeatherTemperature\" value=\"{Number(Math.Round((temperatureC * 1.8) + 32))} degF\"/>");
    }

    /// <param name="figures">Attributes such as sum and average, with their values.</param>
    internal void Statistics(string type, string unit, DateTimeOffset start, DateTimeOffset end, params (string Name, double Value)[] figures)
    {
        var attributes = string.Join(' ', figures.Select(figure => $"{figure.Name}=\"{Number(figure.Value)}\""));
        to.WriteLine($"  <WorkoutStatistics type=\"HKQuantityTypeIdentifier{type}\" {Times(start, end)} {attributes} unit=\"{unit}\"/>");
    }

    internal void CloseWorkout() => to.WriteLine(" </Workout>");

    internal void DaySummary(DateOnly day, double energyKcal, double exerciseMinutes, int standHours) =>
        to.WriteLine($" <ActivitySummary dateComponents=\"{day:yyyy-MM-dd}\" activeEnergyBurned=\"{Number(energyKcal)}\" activeEnergyBurnedGoal=\"450\" activeEnergyBurnedUnit=\"kcal\" appleExerciseTime=\"{Number(Math.Round(exerciseMinutes))}\" appleExerciseTimeGoal=\"30\" appleStandHours=\"{standHours}\" appleStandHoursGoal=\"12\"/>");

    private static string Times(DateTimeOffset start, DateTimeOffset end) => $"startDate=\"{Time(start)}\" endDate=\"{Time(end)}\"";

    private static string Time(DateTimeOffset instant) =>
        instant.ToOffset(PrintedOffset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " +0100";

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
