namespace KneeTwitch.Web.Api;

/// <summary>What came of something the wearer wanted done with an alert.</summary>
internal enum AlertOutcome
{
    Done,
    NotFound,

    /// <summary>Its life is over already.</summary>
    Resolved,

    /// <summary>No such number of weeks is offered.</summary>
    BadWeeks,

    /// <summary>It is a reason to talk to somebody, and is not put off.</summary>
    SpeaksAtOnce,
}
