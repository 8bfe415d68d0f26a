namespace KneeTwitch.Pipeline.Reporting;

/// <summary>What became of asking for a digest.</summary>
public enum DigestOutcome
{
    /// <summary>Handed to the mail server.</summary>
    Sent,

    /// <summary>Written to the mail folder.</summary>
    Written,

    /// <summary>It was sent before, somebody else is sending it, or its next attempt is not due.</summary>
    NotOurs,

    /// <summary>Nothing is known of the week and of the four before it.</summary>
    NothingToSay,

    /// <summary>The attempt failed; the schedule makes the next one.</summary>
    Failed,
}
