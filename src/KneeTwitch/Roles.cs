namespace KneeTwitch;

/// <summary>What a process may do; a process is a set of roles.</summary>
[Flags]
internal enum Roles
{
    None = 0,

    /// <summary>Pages and API.</summary>
    Web = 1,

    /// <summary>Reads stored exports.</summary>
    Import = 2,

    /// <summary>Merges readings and computes days.</summary>
    Ingest = 4,

    /// <summary>Judges days and keeps alerts.</summary>
    Analyze = 8,

    /// <summary>Writes and sends the weekly mail.</summary>
    Report = 16,

    /// <summary>Asks for analyses and mails when they are due.</summary>
    Schedule = 32,
    All = Web | Import | Ingest | Analyze | Report | Schedule,
}
