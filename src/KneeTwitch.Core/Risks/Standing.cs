namespace KneeTwitch.Core.Risks;

/// <summary>What can be said of a factor on a day. Silence is never shown as fine.</summary>
public enum Standing : short
{
    /// <summary>Too little is known yet; the assessment says what is missing.</summary>
    NotEnoughData = 0,

    /// <summary>None of the wearer's devices or logs has ever said anything this factor could use.</summary>
    CannotBeSeen = 1,
    Clear = 2,
    Watch = 3,
    Flag = 4,
    Strong = 5,

    /// <summary>There was data once, but too little in the last four weeks.</summary>
    Stale = 6,

    /// <summary>A level stands, but the last two weeks hold too little to confirm it.</summary>
    WaitingForData = 7,
}
