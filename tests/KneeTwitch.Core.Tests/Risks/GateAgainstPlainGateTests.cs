using CsCheck;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class GateAgainstPlainGateTests
{
    private static readonly double[] MeanBelow = [420, 395, 350];

    /// <summary>Weeks that are mostly bad, mostly good or mostly silent, so that every branch of the order inside a day is met.</summary>
    private static readonly Gen<DayGrade[]> SomeDays =
        from weeks in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4]).Array[1, 16]
        from luck in Gen.Int[0, 9].Array[weeks.Length * 7]
        select luck.Select((dice, day) => Day(weeks[day / 7].Item1, weeks[day / 7].Item2, dice)).ToArray();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_gate_agrees_with_the_rule_as_it_reads(bool hasMeanCondition) =>
        SomeDays.Sample(days =>
        {
            var meanBelow = hasMeanCondition ? MeanBelow : null;

            var plain = PlainGate.Run(days, meanBelow);

            var gate = default(Gate);
            for (var day = 0; day < days.Length; day++)
            {
                gate = gate.Step(days[day], meanBelow);
                Assert.Equal((day, plain[day].Level, plain[day].Reason), (day, gate.Level, gate.Reason));
            }
        }, iter: 500);

    [Fact]
    public void The_invented_days_meet_every_kind_of_change()
    {
        // The same invention with a fixed seed, so that this does not depend on luck.
        var random = new Random(20260101);
        var kinds = new HashSet<string>();

        for (var life = 0; life < 1500; life++)
        {
            (int, int)[] weeks = [.. Enumerable.Range(0, 16).Select(_ => (random.Next(4), random.Next(5)))];
            DayGrade[] days = [.. Enumerable.Range(0, 112).Select(day => Day(weeks[day / 7].Item1, weeks[day / 7].Item2, random.Next(10)))];
            var level = 0;
            foreach (var (next, reason) in PlainGate.Run(days, null))
            {
                kinds.Add($"{reason} from {level}");
                level = next;
            }
        }

        Assert.Superset(
            new HashSet<string> { "raise from 0", "raise from 1", "raise from 2", "stale from 2", "stale from 3", "clear from 2", "clear from 3", "downgrade from 1", "downgrade from 3" },
            kinds);
    }

    private static DayGrade Day(int usualGrade, int silence, int dice)
    {
        if (dice < (silence == 4 ? 9 : silence))
        {
            return DayGrade.NotKnown("a hole in the log");
        }

        var grade = dice == 9 ? 0 : usualGrade;
        return new DayGrade { Grade = grade, IsClean = grade == 0, Measure = 440 - (30 * grade) + dice };
    }
}
