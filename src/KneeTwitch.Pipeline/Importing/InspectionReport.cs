namespace KneeTwitch.Pipeline.Importing;

/// <summary>What is in some exports, file by file, and the days they give together.</summary>
/// <param name="Files">One for each path, in the order given.</param>
/// <param name="Days">Civil day to metric's JSON name to its one number; what is missing is left out.</param>
public sealed record InspectionReport(
    IReadOnlyList<FileInspection> Files,
    IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<string, double>> Days);
