using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Tests.Risks;

/// <summary>Invented diaries in which everything happens now and then, from a row of numbers between 0 and 1.</summary>
internal static class DiaryLives
{
    private static readonly Question[] Questions = Enum.GetValues<Question>();
    private static readonly string[] Codes = ["N06BA04", "C03AA03", "R03AC02", "C10AA05", "C09AA05"];
    private static readonly string?[] Places = ["calf", "knee", "hand", "chest", "tongue", "eyelid", null];

    /// <param name="days">How many days.</param>
    /// <param name="luck">At least one number a day.</param>
    public static IEnumerable<(int Day, DiaryFact What)> Of(int days, double[] luck)
    {
        for (var day = 0; day < days; day++)
        {
            // Digits of one number are as good as several.
            var (a, b, c) = (Digits(luck[day], 1), Digits(luck[day], 100), Digits(luck[day], 10_000));
            Side? side = c % 4 == 0 ? null : (Side)(c % 4);
            if (a < 80)
            {
                yield return (day, new CheckIn { HasTwitched = b % 3 == 0, LegPain = c % 11, Answers = [new Answer(Questions[b % Questions.Length], c > 70, side), .. a < 50 ? Signs(c) : []] });
            }

            if (b < 40)
            {
                yield return (day, new Twitch { Place = Places[c % Places.Length], Side = side, IsWeak = c > 95 });
            }

            DiaryFact? more = (b + c) switch
            {
                < 12 => new Cramp { Severity = c % 11, WokeUp = c > 5 },
                < 20 => new Medicine { Name = Codes[c % 2], Atc = Codes[c % Codes.Length], DailyAmount = b, StoppedOn = c > 10 ? Make.FirstDay.AddDays(day + b) : null },
                < 28 => new Injury { Side = side, HealedOn = c > 10 ? Make.FirstDay.AddDays(day + c) : null },
                < 34 => new Visit { About = c > 15 ? ["RF2"] : [] },
                < 44 => new Girth { Place = "thigh", Side = Side.Left, Centimetres = 50 + (c % 5) },
                < 54 => new Girth { Place = "thigh", Side = Side.Right, Centimetres = 50 },
                _ => null,
            };
            if (more is not null)
            {
                yield return (day, more);
            }
        }
    }

    private static Answer[] Signs(int luck) =>
        [new Answer(Question.PainBelowKnee, luck % 2 == 0, Side.Left), new Answer(Question.LegNumbness, luck % 2 == 0, Side.Left), new Answer(Question.Tripping, false), new Answer(Question.LegLooksSmaller, luck > 90)];

    private static int Digits(double luck, double scale) => (int)(luck * scale * 100) % 100;
}
