namespace KneeTwitch.Core.Alerts;

/// <summary>What the data alone make happen to an alert on a day.</summary>
/// <param name="Day">The day whose evaluation did it.</param>
/// <param name="What">opened, reopened, raised, downgraded or resolved.</param>
/// <param name="Level">The level after it.</param>
/// <param name="Reason">Why, in words for the wearer.</param>
internal sealed record AlertStep(DateOnly Day, string What, int Level, string Reason)
{
    /// <summary>True where a new flag begins.</summary>
    public bool Begins => What is AlertWords.Opened or AlertWords.Reopened;

    /// <summary>True where the wearer may have to be told.</summary>
    public bool IsRise => Begins || What == AlertWords.Raised;
}
