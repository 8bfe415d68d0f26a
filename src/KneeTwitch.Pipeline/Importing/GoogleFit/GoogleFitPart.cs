namespace KneeTwitch.Pipeline.Importing.GoogleFit;

/// <summary>The parts of an archive, in the order in which they are read.</summary>
internal enum GoogleFitPart
{
    Unread,

    /// <summary>One row a day.</summary>
    Days,

    /// <summary>One file a day, one row a quarter of an hour.</summary>
    Bins,

    /// <summary>One file a workout or sleep.</summary>
    Session,

    /// <summary>One file a stream of one kind of data.</summary>
    Raw,

    /// <summary>Workouts as TCX.</summary>
    Recording,
}
