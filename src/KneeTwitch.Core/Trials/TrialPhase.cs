namespace KneeTwitch.Core.Trials;

/// <summary>How far a trial is.</summary>
public enum TrialPhase
{
    /// <summary>Drawn, not begun.</summary>
    Waiting,
    Running,

    /// <summary>All weeks are over.</summary>
    Over,

    /// <summary>Ended early by the wearer.</summary>
    Stopped,
}
