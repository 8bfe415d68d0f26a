namespace KneeTwitch.Pipeline.Importing.Withings;

/// <summary>Names of columns in the languages and versions of the app that are known; file names are never translated.</summary>
internal static class WithingsWords
{
    internal static readonly string[] From = ["from", "von", "du", "desde", "da", "van", "start date"];
    internal static readonly string[] To = ["to", "bis", "au", "hasta", "a", "tot", "end date"];
    internal static readonly string[] ManualFrom = ["from (manual)", "von (manuell)"];
    internal static readonly string[] ManualTo = ["to (manual)", "bis (manuell)"];
    internal static readonly string[] Light = ["light", "light (s)", "leicht (s)", "leicht"];
    internal static readonly string[] Deep = ["deep", "deep (s)", "tief (s)", "tief"];
    internal static readonly string[] Rem = ["rem", "rem (s)"];
    internal static readonly string[] Awake = ["awake", "awake (s)", "wach (s)", "wach"];
    internal static readonly string[] ToWakeUp = ["duration to wake up", "duration to wake up (s)"];
    internal static readonly string[] AverageHeartRate = ["average heart rate"];
    internal static readonly string[] ActivityType = ["activity type", "aktivitätstyp", "art der aktivität"];
    internal static readonly string[] Timezone = ["timezone", "zeitzone"];
    internal static readonly string[] Modified = ["modified", "geändert"];
    internal static readonly string[] Date = ["date", "datum", "fecha", "data"];
    internal static readonly string[] Weight = ["weight", "gewicht", "poids", "peso"];
    internal static readonly string[] FatMass = ["fat mass", "fettmasse", "masse grasse", "masa grasa", "massa grassa", "vetmassa"];
    internal static readonly string[] HeartRate = ["heart rate", "herzfrequenz", "puls"];
    internal static readonly string[] Systolic = ["systolic", "systolisch"];
    internal static readonly string[] Diastolic = ["diastolic", "diastolisch"];
    internal static readonly string[] Height = ["height", "größe", "taille", "altura", "altezza", "lengte"];
}
