using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>The columns and keys that are known, by every name people give them; compared without case, accents, spaces, dashes and underscores.</summary>
internal static class GenericColumns
{
    internal const string Type = "type", Time = "time", Date = "date", Clock = "clock", Zone = "tz", End = "end", Side = "side", Place = "location", Seconds = "duration_s",
        Duration = "duration", Intensity = "intensity", Weakness = "weakness", Cramp = "cramp", Count = "count", Trigger = "trigger", Note = "note", Id = "id",
        Metric = "metric", Value = "value", Unit = "unit", Source = "source", Person = "person", AtRest = "at_rest", AfterExercise = "after_exercise", Muscle = "muscle", Sport = "sport";

    private static readonly Dictionary<string, string[]> Aliases = new()
    {
        [Time] = ["timestamp", "datetime", "when", "start", "zeit"],
        [Date] = ["day", "datum"],
        [Zone] = ["timezone", "zone"],
        [Side] = ["seite", "cote"],
        [Place] = ["place", "site", "ort"],
        [Seconds] = ["duration_sec", "seconds"],
        [Duration] = ["dauer"],
        [Intensity] = ["severity", "staerke", "starke"],
        [Weakness] = ["weak", "schwaeche", "schwache"],
        [Cramp] = ["cramped", "krampf"],
        [Trigger] = ["triggers", "ausloser"],
        [Note] = ["notes", "remark", "comment", "notiz"],
        [Person] = ["participant", "subject"],
    };

    private static readonly string[] All =
        [Type, Time, Date, Clock, Zone, End, Side, Place, Seconds, Duration, Intensity, Weakness, Cramp, Count, Trigger, Note, Id, Metric, Value, Unit, Source, Person, AtRest, AfterExercise, Muscle, Sport];

    private static readonly string[] OfTwitches = [Side, Place, Seconds, Duration, Intensity, Weakness, Cramp];

    private static readonly Dictionary<string, string> Known = All
        .SelectMany(name => Aliases.GetValueOrDefault(name, []).Append(name).Select(alias => (Alias: CsvHeader.Normalize(alias), Name: name)))
        .ToDictionary(pair => pair.Alias, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>Our name of a column, or null for one that is none of ours.</summary>
    internal static string? NameOf(string column) => Known.GetValueOrDefault(CsvHeader.Normalize(column));

    /// <summary>The metric of a column of a wide table, or null.</summary>
    internal static Metric? WideMetric(string column) => GenericMetrics.OfColumn(CsvHeader.Normalize(column));

    /// <summary>True where nobody else would choose these columns.</summary>
    internal static bool IsSurelyOurs(IEnumerable<string> columns)
    {
        var names = columns.Select(NameOf).ToHashSet();
        return OfTwitches.Count(names.Contains) >= 3 || (names.Contains(Metric) && names.Contains(Value) && names.Contains(Unit)) || IsOnlyTyped(names);
    }

    /// <summary>A workout has a duration and an intensity as well: two columns are enough only where most of the others are ours too.</summary>
    private static bool IsOfTwitches(HashSet<string?> names, int columns) => OfTwitches.Count(names.Contains) switch
    {
        >= 3 => true,
        2 => 2 * names.Count > columns,
        _ => false,
    };

    /// <summary>Half the world's objects have a type and an id: ours have nothing beside them that we do not know.</summary>
    private static bool IsOnlyTyped(HashSet<string?> names) => names.Contains(Type) && names.Contains(Id) && !names.Contains(null);

    /// <summary>What a table or object with these columns is.</summary>
    internal static GenericKind KindOf(IEnumerable<string> columns)
    {
        var all = columns.ToList();
        var names = all.Select(NameOf).Where(name => name is not null).ToHashSet();
        return !names.Contains(Time) && !names.Contains(Date) ? IsOnlyTyped([.. all.Select(NameOf)]) ? GenericKind.Typed : GenericKind.None
            : names.Contains(Metric) && names.Contains(Value) ? GenericKind.Metrics
            : names.Contains(Type) && (names.Contains(Note) || names.Contains(Id) || names.Contains(Side) || names.Contains(Place) || names.Contains(Metric)) ? GenericKind.Typed
            : IsOfTwitches(names, all.Count) ? GenericKind.Twitches
            : all.Any(column => WideMetric(column) is not null) ? GenericKind.Wide
            : GenericKind.None;
    }
}
