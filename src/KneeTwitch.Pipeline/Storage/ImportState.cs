namespace KneeTwitch.Pipeline.Storage;

/// <summary>Where an import is.</summary>
public enum ImportState : short
{
    /// <summary>The file is stored; nothing is read yet.</summary>
    Accepted = 0,
    Reading = 1,

    /// <summary>Read to the end; batches, days or the analysis may still be under way.</summary>
    Settling = 2,
    Done = 3,
    Failed = 4,
    Cancelled = 5,
}
