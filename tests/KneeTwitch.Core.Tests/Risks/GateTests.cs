using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class GateTests
{
    [Theory]
    [InlineData(
        "G24 raise and clear",
        "0000000222.2202222200000000000000",
        "000000000001111111222222200000000",
        "11:0>1 raise, 18:1>2 raise, 25:2>0 clear")]
    [InlineData(
        "G25 strong",
        "2222222333333333322222222222",
        "0000111111122222233333333322",
        "4:0>1 raise, 11:1>2 raise, 17:2>3 raise, 26:3>2 downgrade")]
    [InlineData(
        "G26 too sparse, then one hit more",
        "222...2.22.2..2.22.222",
        "0000000000000000000011",
        "20:0>1 raise")]
    [InlineData(
        "silence keeps a flag, but not for ever",
        "222222222222...................",
        "0000111111122222222222222222220",
        "4:0>1 raise, 11:1>2 raise, 30:2>0 stale")]
    [InlineData(
        "a watch falls with its support",
        "1111100000",
        "0000111100",
        "4:0>1 raise, 8:1>0 downgrade")]
    [InlineData(
        "the third week stands in for the second",
        "22222220000000222222",
        "00001111110000000122",
        "4:0>1 raise, 10:1>0 downgrade, 17:0>1 raise, 18:1>2 raise")]
    public void Levels_follow_from_day_grades(string name, string grades, string levels, string changes)
    {
        var gates = Run(grades);

        Assert.Equal((name, levels), (name, string.Concat(gates.Select(gate => gate.Level))));
        Assert.Equal((name, changes), (name, string.Join(", ", Changes(gates))));
    }

    [Fact]
    public void A_flag_clears_on_the_eighth_clean_day_of_fourteen()
    {
        var flag = "222222222222";

        Assert.Equal(2, Run(flag + "0000000")[^1].Level);
        Assert.Equal(0, Run(flag + "00000000")[^1].Level);
    }

    [Fact]
    public void A_flag_does_not_clear_on_fewer_than_ten_known_days()
    {
        // 8 clean days among 9 known ones.
        var gates = Run("222222222222......00000000");

        Assert.Equal(2, gates[^1].Level);
        Assert.Equal(8, gates[^1].CleanOf14);
        Assert.True(gates[^1].IsWaiting);
    }

    [Fact]
    public void Days_without_a_grade_neither_count_against_strong_nor_break_the_row()
    {
        // Support for strong ends on day 15, the fourth day of the twos.
        var (strong, sparse) = ("333333333333", "2222..22..");

        Assert.Equal(3, Run(strong)[^1].Level);
        Assert.Equal(3, Run(strong + sparse + "222")[^1].Level);
        Assert.Equal(2, Run(strong + sparse + "2222")[^1].Level);
    }

    [Fact]
    public void Fewer_than_ten_known_days_in_two_weeks_is_waiting()
    {
        var gates = Run("222222222222.....");

        Assert.False(gates[15].IsWaiting);
        Assert.Equal(10, gates[15].KnownOf14);
        Assert.True(gates[16].IsWaiting);
        Assert.Equal(2, gates[16].Level);
    }

    [Fact]
    public void A_week_counts_only_with_its_mean_below_the_limit()
    {
        double[] below = [420, 395, 350];

        Assert.Equal(1, Of(395).Supported);
        Assert.Equal(2, Of(394.9999).Supported);
        Assert.Equal(2, Of(394.9999).Level);

        Gate Of(double mean)
        {
            // Four short nights and three long ones a week, so that the mean is as wanted.
            var rest = ((7 * mean) - (4 * 380)) / 3;
            double[] week = [380, rest, 380, rest, 380, rest, 380];
            return Enumerable.Range(0, 14).Aggregate(default(Gate), (gate, day) => gate.Step(
                new DayGrade { Grade = week[day % 7] < 420 ? 2 : 0, IsClean = week[day % 7] >= 420, Measure = week[day % 7] }, below));
        }
    }

    [Fact]
    public void The_mean_is_taken_over_the_known_days_of_the_week()
    {
        double[] below = [420, 395, 350];
        double?[] nights = [390, 390, null, 390, 390, 409, null];

        var gate = nights.Aggregate(default(Gate), (state, night) => state.Step(new DayGrade { Grade = night < 400 ? 2 : night is null ? null : 1, Measure = night }, below));

        Assert.Equal(1, gate.Level);
    }

    [Fact]
    public void A_pattern_began_on_the_first_bad_day_of_the_weeks_that_raised_it()
    {
        var gates = Run("0000000222.2202222200000000000000");

        Assert.Equal(7, 11 - gates[11].SinceDaysAgo);
        Assert.Equal(7, 18 - gates[18].SinceDaysAgo);
        Assert.Equal(7, 24 - gates[24].SinceDaysAgo);
        Assert.Null(gates[25].SinceDaysAgo);
    }

    [Fact]
    public void A_flag_after_a_long_watch_has_its_own_beginning()
    {
        var gates = Run("11111111111111111111" + "22222222222222");

        Assert.Equal(0, 19 - gates[19].SinceDaysAgo);
        Assert.Equal(2, gates[^1].Level);
        Assert.Equal(20, gates.Count - 1 - gates[^1].SinceDaysAgo);
    }

    [Fact]
    public void Strong_keeps_the_beginning_of_its_flag()
    {
        var gates = Run("2222222333333333322222222222");

        Assert.Equal(0, 17 - gates[17].SinceDaysAgo);
        Assert.Equal(0, 26 - gates[26].SinceDaysAgo);
    }

    private static List<Gate> Run(string grades)
    {
        var gates = new List<Gate>();
        foreach (var day in grades)
        {
            int? grade = day == '.' ? null : day - '0';
            gates.Add((gates.Count > 0 ? gates[^1] : default).Step(new DayGrade { Grade = grade, IsClean = grade is null ? null : grade == 0 }));
        }

        return gates;
    }

    private static IEnumerable<string> Changes(List<Gate> gates)
    {
        for (var day = 0; day < gates.Count; day++)
        {
            if (gates[day].Reason is { } reason)
            {
                yield return FormattableString.Invariant($"{day}:{(day > 0 ? gates[day - 1].Level : 0)}>{gates[day].Level} {reason}");
            }
        }
    }
}
