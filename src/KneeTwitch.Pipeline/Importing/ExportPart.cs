namespace KneeTwitch.Pipeline.Importing;

/// <summary>What one reader is to read of an export: nearly always all of it.</summary>
/// <param name="Reader">Who reads it.</param>
/// <param name="Recognition">How it was known.</param>
/// <param name="Files">The entries that are its own; not to be disposed.</param>
public sealed record ExportPart(IExportReader Reader, Recognition Recognition, ExportFiles Files);
