using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Alerts;

public class RedFlagAlertTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sudden_signs_stay_open_until_they_are_seen_whatever_the_data_say_later()
    {
        var ledger = Judge(60, (0, Make.Yes(Question.ChestPain)), (3, Make.No(Question.ChestPain)));
        var alert = Assert.Single(Settle([], ledger));

        Assert.Equal((AlertState.Open, (DateOnly?)null), (alert.State, alert.Cleared));
        Assert.Equal(alert, Assert.Single(Settle([alert], ledger)));

        var seen = Assert.Single(Settle([AlertPolicy.Acknowledge(alert, Now)], ledger));

        Assert.Equal((AlertState.Resolved, Make.FirstDay.AddDays(3)), (seen.State, seen.Cleared));
    }

    [Fact]
    public void A_sign_that_comes_again_opens_what_was_seen()
    {
        var first = Judge(10, (0, Make.Yes(Question.ChestPain)), (3, Make.No(Question.ChestPain)));
        var seen = Assert.Single(Settle([AlertPolicy.Acknowledge(Assert.Single(Settle([], first)), Now)], first));

        var again = Assert.Single(Settle([seen], Judge(20, (0, Make.Yes(Question.ChestPain)), (3, Make.No(Question.ChestPain)), (12, Make.Yes(Question.Fainting)))));

        Assert.Equal(AlertState.Open, again.State);
    }

    [Theory]
    [InlineData(Question.ChestPain)]
    [InlineData(Question.Tripping)]
    [InlineData(Question.HotSwollenCalfOrJoint)]
    public void What_speaks_at_once_cannot_be_snoozed(Question question)
    {
        var alert = Assert.Single(Settle([], Judge(1, (0, Make.Yes(question)))));

        Assert.False(AlertPolicy.CanBeSnoozed(alert));
        Assert.Throws<AlertSpeaksAtOnceException>(() => AlertPolicy.Snooze(alert, Now.AddDays(7), Now));
    }

    [Fact]
    public void Patterns_can_be_snoozed() =>
        Assert.True(AlertPolicy.CanBeSnoozed(Settle([], Ledger.Of("0222"))[0]));

    [Fact]
    public void Red_flags_are_told_at_once_past_both_limits()
    {
        Assessment[] ledger =
        [
            .. Ledger.Of("2222", "R05"), .. Ledger.Of("2222", "R10"), .. Ledger.Of("0222", "R03"),
            .. Judge(4, (1, Make.Yes(Question.ChestPain)), (2, Make.Yes(Question.Tripping))).Where(day => day.Factor.StartsWith("RF", StringComparison.Ordinal)),
        ];

        var told = NotificationPolicy.Plan(AlertPolicy.Rises(AlertPolicy.Reconcile(Ledger.Wearer, [], ledger, Now), ledger));

        Assert.Equal(
            ["R05 0", "R10 0", "RF0 1", "RF2 2"],
            told.Where(one => one.Told < Make.FirstDay.AddDays(10)).Select(one => $"{one.Rise.Factor} {one.Told.DayNumber - Make.FirstDay.DayNumber}"));
        Assert.All(told, one => Assert.Equal(one.Rise.Factor.StartsWith("RF", StringComparison.Ordinal), one.Rise.IsRedFlag));
    }

    private static IReadOnlyList<Alert> Settle(IReadOnlyList<Alert> alerts, IReadOnlyList<Assessment> ledger) => AlertPolicy.Reconcile(Ledger.Wearer, alerts, ledger, Now);

    private static IReadOnlyList<Assessment> Judge(int days, params (int Day, DiaryFact What)[] written) => Analysis.Run(Make.Diary(days, written));
}
