namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>What a code's value becomes.</summary>
internal enum FhirRole
{
    /// <summary>A reading, or a total of its day.</summary>
    Measure,

    /// <summary>One of HealthKit's categories, whose value is a word.</summary>
    Category,

    /// <summary>A symptom, whose value says how bad it is.</summary>
    Symptom,

    /// <summary>The value names the symptom.</summary>
    NamedSymptom,

    /// <summary>A part of a night, by its length.</summary>
    Night,

    /// <summary>A part of a workout.</summary>
    Workout,

    /// <summary>Minutes, by the time it took; there is no value.</summary>
    Session,

    /// <summary>Known, and not read.</summary>
    Unread,
}
