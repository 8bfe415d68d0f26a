namespace KneeTwitch.Core.Risks;

/// <summary>What is known of a clock minute.</summary>
internal enum MinuteState : byte
{
    /// <summary>Nothing, or the minute does not exist exactly once on its day.</summary>
    Unknown,
    Awake,
    Asleep,
}
