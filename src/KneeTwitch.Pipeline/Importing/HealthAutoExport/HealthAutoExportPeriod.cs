namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>How long the periods are that an array of values was added up over. The file does not say; its dates do.</summary>
internal enum HealthAutoExportPeriod
{
    /// <summary>Values as they were measured.</summary>
    None,
    Minute,
    Hour,
    Day,

    /// <summary>Weeks, months or years: of no day can anything be said.</summary>
    Longer,
}
