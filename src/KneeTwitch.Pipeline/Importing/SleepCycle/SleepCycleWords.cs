namespace KneeTwitch.Pipeline.Importing.SleepCycle;

/// <summary>The columns of all layouts of the table; units stand in the parentheses of the headers.</summary>
internal static class SleepCycleWords
{
    internal static readonly string[] Start = ["Start", "Went to bed"];

    internal static readonly string[] End = ["End", "Woke up"];

    internal static readonly string[] Quality = ["Sleep Quality"];

    internal static readonly string[] InBed = ["Time in bed (seconds)", "Time in bed"];

    internal static readonly string[] Asleep = ["Time asleep (seconds)"];

    internal static readonly string[] Awake = ["Awake (seconds)"];

    internal static readonly string[] Dream = ["Dream (seconds)"];

    internal static readonly string[] Light = ["Light (seconds)"];

    internal static readonly string[] Deep = ["Deep (seconds)"];

    internal static readonly string[] HeartRate = ["Heart rate (bpm)", "Heart rate"];

    internal static readonly string[] Breaths = ["Respiratory rate (breaths per minute)", "Respiratory rate"];

    internal static readonly string[] Notes = ["Notes", "Sleep Notes"];

    internal const string DeviationCelsius = "Body temperature deviation (degrees Celsius)", DeviationC = "Body temperature deviation (°C)", DeviationF = "Body temperature deviation (°F)";

    private const int OldColumns = 8, FewestColumns = 25;

    private static readonly Dictionary<string[], int> OldPlaces = new() { [Quality] = 2, [InBed] = 3, [HeartRate] = 6 };

    private static readonly Dictionary<string[], int> Places = new()
    {
        [Quality] = 2,
        [Awake] = 4,
        [Dream] = 5,
        [Light] = 6,
        [Deep] = 7,
        [HeartRate] = 9,
        [InBed] = 15,
        [Asleep] = 16,
    };

    /// <summary>Where columns stand in a table whose header is in another language; no more than the quality in a layout that is not known.</summary>
    internal static IReadOnlyDictionary<string[], int> PlacesOf(int columns) =>
        columns == OldColumns ? OldPlaces : columns >= FewestColumns ? Places : new Dictionary<string[], int> { [Quality] = 2 };

    /// <summary>Columns with something to tell for which there is no place: counted.</summary>
    internal static readonly string[] Unread =
        ["Sleep Quality", "Regularity", "Mood", "Wake up", "Steps", "Activity (steps)", "Snore time (seconds)", "Movements per hour", "Coughs (per hour)", "Coughing (per hour)", "Breathing disruptions (per hour)", "Alertness score"];

    /// <summary>Null for an empty cell, and for the dashes that stand for one.</summary>
    internal static string? Said(string? text) => text is null or "-" or "–" or "—" ? null : text;
}
