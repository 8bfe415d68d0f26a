using System.Globalization;
using System.Text.Json;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Diary;

/// <summary>Entries in a few words, for lists.</summary>
public static class DiaryWords
{
    /// <summary>The kind, as people call it.</summary>
    public static string KindOf(DiaryFact fact) => fact is CheckIn ? "Check-in" : Sentence(DiaryJson.KindOf(fact));

    /// <summary>What the entry says, without its remark. What was not said is not mentioned.</summary>
    public static string Says(DiaryFact fact) => string.Join(", ", Parts(fact).OfType<string>());

    private static IEnumerable<string?> Parts(DiaryFact fact) => fact switch
    {
        Twitch twitch =>
        [
            Where(twitch.Side, twitch.Place), twitch.Muscle, Of("intensity", twitch.Intensity), Amount(twitch.Minutes, "min"), Amount(twitch.Count, "times"),
            YesOrNo(twitch.AtRest, "at rest", "while moving"), YesOrNo(twitch.AfterExercise, "after exercise", "not after exercise"),
            YesOrNo(twitch.IsWeak, "weak", "not weak"), YesOrNo(twitch.IsCramped, "cramped", "not cramped"), .. twitch.Triggers,
        ],
        CheckIn said =>
        [
            YesOrNo(said.HasTwitched, "twitched", "no twitch"), Of("stress", said.Stress), Of("soreness left", said.SorenessLeft), Of("soreness right", said.SorenessRight),
            Of("thirst", said.Thirst), Of("urine colour", said.UrineColour), Of("nicotine", said.NicotineUnits), Of("leg pain", said.LegPain),
            said.Items == CheckInItems.None ? null : Word(said.Items), said.Tags == DayTags.None ? null : Word(said.Tags), .. said.Answers.Select(Answered),
        ],
        Cramp cramp => [Where(cramp.Side, cramp.Place), Of("severity", cramp.Severity), Amount(cramp.Minutes, "min"), YesOrNo(cramp.WokeUp, "woke up", "did not wake up")],
        Symptom symptom => [symptom.Name, Of("severity", symptom.Severity), Where(symptom.Side, symptom.Place)],
        Girth girth => [Where(girth.Side, girth.Place), Amount(girth.Centimetres, "cm"), girth.MarkCm is { } mark ? $"mark at {Number(mark)} cm" : null],
        Injury injury => [injury.Name, Where(injury.Side, injury.Place), injury.HealedOn is { } healed ? $"healed on {Iso(healed)}" : null],
        Medicine medicine => [medicine.Name, medicine.Atc, Amount(medicine.DailyAmount, $"{medicine.Unit} a day".TrimStart()), medicine.StoppedOn is { } stopped ? $"stopped on {Iso(stopped)}" : null],
        Dose dose => [dose.Name, dose.Atc, Amount(dose.Amount, dose.Unit), dose.IsSkipped ? "skipped" : null],
        Visit visit => visit.About.Count == 0 ? ["about all that stands"] : [$"about {string.Join(", ", visit.About)}"],
        Tag tag => [tag.Name, YesOrNo(tag.IsYes, "yes", "no"), Amount(tag.Amount, tag.Unit)],
        _ => [],
    };

    private static string Answered(Answer answer) => string.Concat(
        answer.Question.Asked(),
        ": ",
        answer.IsYes ? "yes" : "no",
        answer.Side is { } side ? $" ({Word(side)})" : "",
        answer.HasLasted is true ? ", for more than 48 hours" : "",
        answer.IsSudden is true ? ", suddenly" : "");

    private static string? Where(Side? side, string? place) =>
        side is null && place is null ? null : string.Join(' ', ((string?[])[side is { } known ? Word(known) : null, place?.Replace('_', ' ')]).OfType<string>());

    private static string? Of(string name, double? value) => value is { } known ? $"{name} {Number(known)}" : null;

    private static string? Amount(double? value, string? unit) => value is { } known ? $"{Number(known)} {unit}".TrimEnd() : null;

    private static string? YesOrNo(bool? answer, string yes, string no) => answer switch { true => yes, false => no, null => null };

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace(",", ", ", StringComparison.Ordinal).Replace('_', ' ');

    private static string Sentence(string word) => char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ');
}
