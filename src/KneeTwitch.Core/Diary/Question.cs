namespace KneeTwitch.Core.Diary;

/// <summary>The yes-or-no questions of the red flags and of nerve root [risk-factors 5, 6]; stored.</summary>
public enum Question
{
    // RF0: sudden things that need help now.
    SuddenOneSidedWeakness = 1,
    FaceDroop = 2,
    SpeechOrSwallowingTrouble = 3,
    Breathlessness = 4,
    ChestPain = 5,
    Fainting = 6,
    RacingIrregularHeartbeat = 7,
    SaddleNumbness = 8,
    NewBladderOrBowelTrouble = 9,
    SuddenFootDrop = 10,
    SevereMusclePainWithDarkUrine = 11,

    // RF2: weakness and gait.
    TroubleLiftingFoot = 20,
    FootSlap = 21,
    Tripping = 22,
    KneeGivingWay = 23,
    StairsOrRisingHarder = 24,

    /// <summary>RF3: one thigh or calf looks smaller.</summary>
    LegLooksSmaller = 30,

    // C13: nerve root.
    BackOrButtockPain = 40,
    PainBelowKnee = 41,
    LegNumbness = 42,
    WorseOnCoughStrainOrSitting = 43,

    /// <summary>R12: a hot, swollen calf or joint.</summary>
    HotSwollenCalfOrJoint = 50,

    /// <summary>C14: muscle pain, as asked of those who take a statin.</summary>
    MusclePain = 51,
    DarkUrine = 52,
}
