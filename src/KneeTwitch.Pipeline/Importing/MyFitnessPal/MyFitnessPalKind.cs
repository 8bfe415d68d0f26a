namespace KneeTwitch.Pipeline.Importing.MyFitnessPal;

/// <summary>The tables of an export; that of food comes with a row for each food or with one for each meal.</summary>
internal enum MyFitnessPalKind
{
    Foods,
    Meals,
    Exercises,
    Measurements,
}
