namespace KneeTwitch.Pipeline.Importing.Cronometer;

/// <summary>The five tables, in the order in which they are read: days after the servings they sum up.</summary>
internal enum CronometerKind
{
    Servings,
    Summary,
    Exercises,
    Biometrics,
    Notes,
}
