using System.Text.Json;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>The questions as they are named among numbers and in sentences.</summary>
public static class AnswerWords
{
    private const string Prefix = "yes_";

    private static readonly Dictionary<string, Question> ByName = Enum.GetValues<Question>().ToDictionary(NumberOf);

    /// <summary>What a yes says, to follow "You answered yes to:".</summary>
    public static string Phrase(Question question) => question switch
    {
        Question.SuddenOneSidedWeakness => "sudden weakness on one side",
        Question.FaceDroop => "a drooping face",
        Question.SpeechOrSwallowingTrouble => "trouble speaking or swallowing",
        Question.Breathlessness => "breathlessness",
        Question.ChestPain => "chest pain",
        Question.Fainting => "fainting",
        Question.RacingIrregularHeartbeat => "a racing, irregular heartbeat",
        Question.SaddleNumbness => "numbness where you would sit on a saddle",
        Question.NewBladderOrBowelTrouble => "new trouble with bladder or bowel",
        Question.SuddenFootDrop => "a foot that suddenly cannot be lifted",
        Question.SevereMusclePainWithDarkUrine => "severe muscle pain with dark urine",
        Question.TroubleLiftingFoot => "trouble lifting the foot or the toes",
        Question.FootSlap => "a foot that slaps the ground",
        Question.Tripping => "tripping",
        Question.KneeGivingWay => "a knee that gives way",
        Question.StairsOrRisingHarder => "stairs or getting up from a chair being harder",
        Question.LegLooksSmaller => "one thigh or calf looking smaller",
        Question.BackOrButtockPain => "pain in the back or buttock",
        Question.PainBelowKnee => "pain down the leg below the knee",
        Question.LegNumbness => "numbness or tingling of the leg or foot",
        Question.WorseOnCoughStrainOrSitting => "worse on coughing, straining or sitting",
        Question.HotSwollenCalfOrJoint => "a hot, swollen calf or joint",
        Question.MusclePain => "muscle pain",
        Question.DarkUrine => "dark urine",
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>The stable name of a yes among the numbers.</summary>
    internal static string NumberOf(Question question) => Prefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(question.ToString());

    /// <summary>A number for each question that stands.</summary>
    internal static IReadOnlyDictionary<string, double> Evidence(IEnumerable<OpenAnswer> open, params ReadOnlySpan<(string Name, double? Value)> more) =>
        Risks.Evidence.Join(
            Risks.Evidence.Of([.. open.Select(one => one.Answer.Question).Distinct().Order().Select(question => (NumberOf(question), (double?)1))]),
            more);

    /// <summary>"You answered yes to: tripping; foot slap." of the numbers; empty where there is none.</summary>
    internal static string Answered(IReadOnlyDictionary<string, double> evidence)
    {
        var phrases = evidence.Keys.Where(ByName.ContainsKey).Select(name => Phrase(ByName[name])).ToList();
        return phrases.Count == 0 ? "" : $"You answered yes to: {string.Join("; ", phrases)}.";
    }
}
