using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Commands;

/// <summary>A kind of entry that can be written on the command line.</summary>
/// <param name="Kind">The kind's word, as it is stored.</param>
/// <param name="Says">What it is, for people.</param>
/// <param name="IsOfDay">True for what holds from a day on or for a whole day; without a time it is today's, else it is of now.</param>
/// <param name="Fields">What can be said of it, beside a remark.</param>
internal sealed record DiaryKind(string Kind, string Says, bool IsOfDay, IReadOnlyList<DiaryField> Fields)
{
    internal static IReadOnlyList<DiaryKind> All { get; } =
    [
        new("twitch", "An episode of twitching.", IsOfDay: false,
        [
            Side(), DiaryField.Place(), DiaryField.Text("--muscle", "muscle", "The muscle, if you know it."),
            Minutes(), DiaryField.Number("--intensity", "intensity", "0 to 10: up to 3 just felt, up to 6 visible, above that the joint moves."),
            DiaryField.Whole("--count", "count", "Twitches seen."), DiaryField.YesOrNo("--at-rest", "at_rest", "At rest, or while moving."),
            DiaryField.YesOrNo("--after-exercise", "after_exercise", "Within 24 hours after exercise."), DiaryField.YesOrNo("--weak", "is_weak", "The muscle was also weak."),
            DiaryField.YesOrNo("--cramped", "is_cramped", "It was also cramped."), DiaryField.Texts("--trigger", "triggers", "What you think went before it; several with commas."),
        ]),
        new("check_in", "How a day was. A second check-in of a day adds to the first; what is not said stays unsaid.", IsOfDay: true,
        [
            DiaryField.YesOrNo("--twitch", "has_twitched", "Whether there was a twitch that day."), DiaryField.Number("--stress", "stress", "0 to 10."),
            DiaryField.Number("--soreness-left", "soreness_left", "Worst soreness or pain of the left leg, 0 to 10."),
            DiaryField.Number("--soreness-right", "soreness_right", "Worst soreness or pain of the right leg, 0 to 10."),
            DiaryField.Number("--thirst", "thirst", "0 to 9."), DiaryField.Number("--urine-colour", "urine_colour", "1 (pale) to 8 (dark)."),
            DiaryField.Number("--nicotine", "nicotine_units", "Cigarettes, pouches, or 15 puffs of a vape each."),
            DiaryField.Number("--leg-pain", "leg_pain", "Pain that runs down a leg, 0 to 10."), DiaryField.AnyOf<CheckInItems>("--holds", "items", "What else holds of the day"),
            DiaryField.AnyOf<DayTags>("--day", "tags", "What makes the day unlike others"), .. DiaryAnswers.Fields,
        ]),
        new("cramp", "A cramp or spasm.", IsOfDay: false, [Side(), DiaryField.Place(), Severity(), Minutes(), DiaryField.YesOrNo("--woke-up", "woke_up", "It woke you.")]),
        new("girth", "The girth of a thigh or calf by tape; with several readings their mean.", IsOfDay: true,
        [
            DiaryField.Place(isNeeded: true), Side(isNeeded: true), DiaryField.Mean("--cm", "centimetres", "Readings in cm; three are best."),
            DiaryField.Number("--mark", "mark_cm", "Height of the mark in cm; only girths at one mark are compared."),
        ]),
        new("injury", "An injury or strain of a leg, from its day on.", IsOfDay: true,
            [Side(), DiaryField.Place(), DiaryField.Text("--name", "name", "In your words."), DiaryField.Day("--healed-on", "healed_on", "The first day on which it was over.")]),
        new("medicine", "A medicine that is taken from its day on. A change of dose is another entry.", IsOfDay: true,
        [
            DiaryField.Argument("NAME", "name", "As the pack says it."), Atc(), DiaryField.Number("--daily", "daily_amount", "The daily amount."), Unit(),
            DiaryField.Day("--stopped-on", "stopped_on", "The first day without it."),
        ]),
        new("dose", "A dose that was taken, or skipped.", IsOfDay: false,
            [DiaryField.Argument("NAME", "name", "As the pack says it."), Atc(), DiaryField.Number("--amount", "amount", "How much."), Unit(), DiaryField.YesOrNo("--skipped", "is_skipped", "It was not taken.")]),
        new("symptom", "Another symptom than twitching.", IsOfDay: false, [DiaryField.Argument("NAME", "name", "In your words."), Severity(), Side(), DiaryField.Place()]),
        new("visit", "You talked to a clinician or pharmacist: what was a reason to do so is answered.", IsOfDay: true,
            [DiaryField.Texts("--about", "about", "The factors or red flags that were talked about, such as RF2; without it, all that stood.")]),
        new("tag", "Something that you tick or count under a name of your own.", IsOfDay: true,
            [DiaryField.Argument("NAME", "name", "Its name."), DiaryField.YesOrNo("--is", "is_yes", "Ticked or not."), DiaryField.Number("--amount", "amount", "A number."), Unit()]),
        new("note", "Free words and nothing else.", IsOfDay: false, [DiaryField.Argument("TEXT", "remark", "What you want to keep.")]),
    ];

    /// <summary>The word that is typed.</summary>
    internal string Verb => Kind.Replace('_', '-');

    private static DiaryField Side(bool isNeeded = false) => DiaryField.OneOf<Side>("--side", "side", "Which side", isNeeded);

    private static DiaryField Minutes() => DiaryField.Number("--minutes", "minutes", "How long.");

    private static DiaryField Severity() => DiaryField.Number("--severity", "severity", "0 to 10.");

    private static DiaryField Atc() => DiaryField.Text("--atc", "atc", "Its ATC code, if you know it; common names are recognised without.");

    private static DiaryField Unit() => DiaryField.Text("--unit", "unit", "The unit of the number, such as mg.");
}
