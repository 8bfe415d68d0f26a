namespace KneeTwitch.Core.Diary;

/// <summary>The questions as the wearer is asked them, in plain words; none names a disease [risk-factors 5, 6, 9].</summary>
public static class QuestionWords
{
    private static readonly HashSet<Question> OfALeg =
    [
        Question.SuddenFootDrop, Question.TroubleLiftingFoot, Question.FootSlap, Question.KneeGivingWay, Question.LegLooksSmaller,
        Question.PainBelowKnee, Question.LegNumbness, Question.HotSwollenCalfOrJoint,
    ];

    private static readonly HashSet<Question> OfGait =
    [
        Question.TroubleLiftingFoot, Question.FootSlap, Question.Tripping, Question.KneeGivingWay, Question.StairsOrRisingHarder,
    ];

    /// <summary>The question in the wearer's words.</summary>
    public static string Asked(this Question question) => question switch
    {
        Question.SuddenOneSidedWeakness => "Sudden weakness of one side of the body",
        Question.FaceDroop => "One side of the face droops",
        Question.SpeechOrSwallowingTrouble => "Trouble speaking or swallowing",
        Question.Breathlessness => "Short of breath",
        Question.ChestPain => "Chest pain",
        Question.Fainting => "Fainted",
        Question.RacingIrregularHeartbeat => "Heartbeat racing and irregular",
        Question.SaddleNumbness => "Numb where one sits on a saddle",
        Question.NewBladderOrBowelTrouble => "New trouble with bladder or bowel",
        Question.SuddenFootDrop => "A foot suddenly hangs down",
        Question.SevereMusclePainWithDarkUrine => "Severe muscle pain with dark urine",
        Question.TroubleLiftingFoot => "Trouble lifting foot or toes",
        Question.FootSlap => "The foot slaps down when walking",
        Question.Tripping => "Tripping more often",
        Question.KneeGivingWay => "The knee gives way",
        Question.StairsOrRisingHarder => "Stairs, or rising from a chair, are harder",
        Question.LegLooksSmaller => "One thigh or calf looks smaller",
        Question.BackOrButtockPain => "Pain in the back or buttock",
        Question.PainBelowKnee => "Pain that runs down the leg below the knee",
        Question.LegNumbness => "Leg or foot numb or tingling",
        Question.WorseOnCoughStrainOrSitting => "It is worse on coughing, straining or sitting",
        Question.HotSwollenCalfOrJoint => "A hot, swollen calf or joint",
        Question.MusclePain => "Muscle pain without a reason",
        Question.DarkUrine => "Urine dark as cola",
        _ => question.ToString(),
    };

    /// <summary>Whether it is asked for each leg.</summary>
    public static bool IsOfALeg(this Question question) => OfALeg.Contains(question);

    /// <summary>Whether it also counts how long it lasts and whether it came suddenly.</summary>
    public static bool IsOfGait(this Question question) => OfGait.Contains(question);
}
