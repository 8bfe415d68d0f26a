using CsCheck;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

/// <summary>Days come late and in any order, each morning judges what is known: it must end as if all had been there from the start.</summary>
public class ReplayTests
{
    private const int Mornings = 14, MostDaysLate = 12;

    [Fact]
    public void Each_morning_says_of_the_days_before_the_first_gap_what_a_full_replay_says() =>
        Gen.Select(AnalysisTests.SomeHistory, Gen.Int[0, int.MaxValue]).Sample((bare, seed) =>
        {
            var random = new Random(seed);
            var history = new History(bare.Wearer, Summaries(bare), bare.Last, Diary(bare, random));
            int[] knownFrom = [.. Enumerable.Range(0, history.Count).Select(day => day + (random.Next(4) == 0 ? random.Next(1, MostDaysLate) : 0))];
            var whole = ByDay(Analysis.Run(history));
            for (var morning = Math.Max(0, history.Count - Mornings); morning < history.Count + MostDaysLate; morning++)
            {
                var known = Summaries(history).Where(day => knownFrom[history.IndexOf(day.Day)] <= morning && day.Day <= history.DayAt(morning)).ToList();
                if (known.Count == 0)
                {
                    continue;
                }

                var judged = Analysis.Run(new History(history.Wearer, known, history.DayAt(Math.Min(morning, history.Count - 1)), history.Diary));

                var gap = Enumerable.Range(0, history.Count).FirstOrDefault(day => knownFrom[day] > morning && history[day] is not null, history.Count);
                Assert.All(judged.Where(said => history.IndexOf(said.Day) < gap), said => Assert.Equal(whole[(said.Factor, said.Day)], said));
                Assert.True(morning < history.Count + MostDaysLate - 1 || judged.Count == whole.Count);
            }
        }, iter: 4);

    [Fact]
    public void What_is_written_for_later_days_changes_no_earlier_judgement() =>
        Gen.Select(AnalysisTests.SomeHistory, Gen.Int[0, int.MaxValue]).Sample((bare, seed) =>
        {
            var random = new Random(seed);
            var diary = Diary(bare, random);
            var last = random.Next(bare.Count);
            var whole = ByDay(Analysis.Run(new History(bare.Wearer, Summaries(bare), bare.Last, diary)));

            var then = Analysis.Run(new History(bare.Wearer, Summaries(bare), bare.DayAt(last), diary));

            Assert.All(then, said => Assert.Equal(whole[(said.Factor, said.Day)], said));
        }, iter: 10);

    private static IEnumerable<DaySummary> Summaries(History history) => Enumerable.Range(0, history.Count).Select(day => history[day]).OfType<DaySummary>();

    private static Dictionary<(string, DateOnly), Assessment> ByDay(IReadOnlyList<Assessment> assessments) => assessments.ToDictionary(said => (said.Factor, said.Day));

    /// <summary>Check-ins on some days, a few of them with something that makes the day unlike others.</summary>
    private static DiaryLog Diary(History history, Random random) => DiaryLog.Of(
        Enumerable.Range(0, history.Count).Where(_ => random.Next(3) == 0).Select(day => new DiaryEntry
        {
            Key = DiaryEntry.KeyOf(DiaryEntry.Hand, $"{day}"),
            Source = DiaryEntry.Hand,
            Time = DiaryTime.On(history.DayAt(day)),
            Said = default,
            What = new CheckIn { Tags = random.Next(3) == 0 ? (DayTags)(1 << random.Next(6)) : DayTags.None },
        }),
        history.Wearer.Zones);
}
