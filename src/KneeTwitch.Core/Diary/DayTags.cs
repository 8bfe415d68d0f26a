namespace KneeTwitch.Core.Diary;

/// <summary>What makes a day unlike others; stored. Baselines leave such days out [risk-factors 2].</summary>
[Flags]
public enum DayTags
{
    None = 0,
    Ill = 1,
    Fever = 2,
    Travel = 4,
    Vaccination = 8,

    /// <summary>Work or sleep at other hours than usual by a rota.</summary>
    ShiftWork = 16,

    /// <summary>Training that was planned to be unusual: a camp or a taper.</summary>
    PlannedTraining = 32,
}
