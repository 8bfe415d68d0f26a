using System.Globalization;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using Microsoft.AspNetCore.Http;

namespace KneeTwitch.Web.Pages.Diary;

/// <summary>The forms of the diary as entries. A blank is something that was not said: it never becomes a "no" or a zero.</summary>
internal static class DiaryForm
{
    /// <summary>Begins the name of a question's field.</summary>
    public const string QuestionPrefix = "q-";

    public const string Lasting = "-lasting", Sudden = "-sudden";

    public static CheckIn CheckInOf(IFormCollection form) => new()
    {
        HasTwitched = YesOrNo(form, "twitched"),
        Stress = Number(form, "stress"),
        SorenessLeft = Number(form, "soreness-left"),
        SorenessRight = Number(form, "soreness-right"),
        Thirst = Number(form, "thirst"),
        UrineColour = Number(form, "urine"),
        NicotineUnits = Number(form, "nicotine"),
        LegPain = Number(form, "leg-pain"),
        Remark = Text(form, "remark"),
        Items = Flags<CheckInItems>(form, "items"),
        Tags = Flags<DayTags>(form, "tags"),
        Answers = [.. Enum.GetValues<Question>().SelectMany(question => AnswersTo(form, question))],
    };

    public static Twitch TwitchOf(IFormCollection form) => new()
    {
        Side = Word<Side>(Text(form, "side")),
        Place = Text(form, "place") is { } place ? Places.Named(place) : null,
        Intensity = Number(form, "intensity"),
        Minutes = Number(form, "minutes"),
        AtRest = YesOrNo(form, "at-rest"),
        AfterExercise = YesOrNo(form, "after-exercise"),
        IsWeak = YesOrNo(form, "weak"),
        Remark = Text(form, "remark"),
    };

    public static Medicine MedicineOf(IFormCollection form) => new()
    {
        Name = Text(form, "name") ?? throw new DiaryFormException("A medicine needs its name."),
        DailyAmount = Number(form, "amount"),
        Unit = Text(form, "unit"),
    };

    /// <summary>A moment on the wearer's clock; null where it was left blank.</summary>
    public static DateTime? Moment(IFormCollection form, string name) => Text(form, name) is not { } text ? null
        : DateTime.TryParseExact(text, (string[])["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment
        : throw new DiaryFormException("The time cannot be understood.");

    /// <summary>A day; null where it was left blank.</summary>
    public static DateOnly? Day(IFormCollection form, string name) => Text(form, name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new DiaryFormException("The day cannot be understood.");

    public static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static IEnumerable<Answer> AnswersTo(IFormCollection form, Question question)
    {
        var name = QuestionPrefix + question;
        if (Text(form, name) is not { } said)
        {
            return [];
        }

        // "Yes" to a question of a leg names the leg; both legs are one answer, as anybody else would write it.
        var side = question.IsOfALeg() ? Word<Side>(said) : null;
        var isYes = side is not null || YesOrNo(form, name) == true;
        return [new Answer(question, isYes, side, isYes && IsTicked(form, name + Lasting) ? true : null, isYes && IsTicked(form, name + Sudden) ? true : null)];
    }

    private static bool IsTicked(IFormCollection form, string name) => form[name].Count > 0;

    private static bool? YesOrNo(IFormCollection form, string name) => Text(form, name) switch
    {
        null => null,
        "yes" => true,
        "no" => false,
        _ => throw new DiaryFormException("An answer is neither yes nor no."),
    };

    private static double? Number(IFormCollection form, string name) => Text(form, name) is not { } text ? null
        : double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw new DiaryFormException($"\"{text}\" is no number.");

    private static T? Word<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static T Flags<T>(IFormCollection form, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(string.Join(',', form[name].OfType<string>().Where(text => Word<T>(text) is not null)), out var flags) ? flags : default;
}
