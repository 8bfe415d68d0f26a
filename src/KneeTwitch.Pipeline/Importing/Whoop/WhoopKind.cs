using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Whoop;

/// <summary>The four tables of an export, in the order in which they are read: what a night is, the table of sleeps knows best.</summary>
internal enum WhoopKind
{
    Sleeps,
    Cycles,
    Workouts,
    Journal,
}

/// <summary>Tells the tables by their columns: the files are called differently in every language.</summary>
internal static class WhoopKinds
{
    internal static WhoopKind? Of(CsvHeader header) =>
        !Has(header, WhoopWords.CycleStart) && !Has(header, WhoopWords.Zone) ? null
        : Has(header, WhoopWords.Activity) || Has(header, WhoopWords.WorkoutStart) ? WhoopKind.Workouts
        : Has(header, WhoopWords.Question) ? WhoopKind.Journal
        : Has(header, WhoopWords.Nap) && Has(header, WhoopWords.Onset) ? WhoopKind.Sleeps
        : Has(header, WhoopWords.Recovery) || Has(header, WhoopWords.Strain) ? WhoopKind.Cycles
        : null;

    private static bool Has(CsvHeader header, string[] names) => names.Any(name => header.Find(name) >= 0);
}
