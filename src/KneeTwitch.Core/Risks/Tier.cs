namespace KneeTwitch.Core.Risks;

/// <summary>How soon to talk to somebody [risk factors 6].</summary>
public enum Tier
{
    None = 0,

    /// <summary>T1: at the next routine contact.</summary>
    Mention = 1,

    /// <summary>T2: an appointment in the next two weeks.</summary>
    Book = 2,

    /// <summary>T3: a clinician today or tomorrow.</summary>
    Contact = 3,

    /// <summary>T4: the emergency number now.</summary>
    Emergency = 4,
}
