using System.Globalization;
using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>Judges one factor's days of a history one after the other: a pure step from the state of the day before.</summary>
internal sealed class Judge(RiskFactor factor, History history)
{
    /// <summary>The longest that a personal baseline stays frozen.</summary>
    public const int FreezeDays = 56;

    private readonly IReadOnlyList<double>? weekMeanBelow = factor.BlockMeanBelow?.Invoke(history);
    private readonly int? firstSeen = factor.FirstSeen(history);

    /// <param name="index">The day to judge.</param>
    /// <param name="before">The state after the day before.</param>
    /// <returns>The judgement and the state after this day.</returns>
    public (Assessment Assessment, FactorState State) Step(int index, FactorState before)
    {
        var day = history.DayAt(index);
        var flagDays = before.FlagDays + 1;
        var baselineDay = flagDays is <= FreezeDays ? index - flagDays.Value : index;
        var grade = factor.Kind != RuleKind.RedFlag && Ages.IsTooYoung(history.Wearer, day)
            ? DayGrade.NotKnown("patterns are only judged from 14 years on")
            : factor.Grade(history, index, Math.Max(baselineDay, 0));

        var cusum = before.Cusum.Step(grade.Z);
        var gate = factor.JudgesWindows ? before.Gate.StepOfWindows(grade) : before.Gate.Step(grade, weekMeanBelow);
        if (gate.Level > before.Gate.Level && grade.Phi is { } phi && cusum.IsAlarmed(phi))
        {
            gate = gate with { SinceDaysAgo = cusum.OnsetDaysAgo };
        }

        var state = new FactorState(gate, cusum, factor.IsPersonal && gate.Level >= 2 ? flagDays ?? 0 : null, grade.AtOnce ?? 0);
        var standing = StandingOf(gate, index, grade);
        var assessment = new Assessment
        {
            Factor = factor.Id,
            Day = day,
            Grade = grade.AtOnce is { } atOnce ? Math.Max(atOnce, grade.Grade ?? 0) : grade.Grade,
            IsClean = grade.IsClean,
            Level = state.Level,
            Standing = standing,
            Since = SinceOf(state, grade) is { } ago ? day.AddDays(-ago) : null,
            Reason = ReasonOf(before, state),
            Missing = MissingFor(standing, gate, grade),
            Evidence = EvidenceOf(grade, gate, flagDays is > 0 && gate.Level >= 2 ? flagDays : null),
            RuleVersion = factor.Version,
        };
        return (assessment, state);
    }

    /// <summary>Facts that say more than what persists also say since when.</summary>
    private static int? SinceOf(FactorState state, DayGrade grade) =>
        state.AtOnce > state.Gate.Level ? grade.AtOnceDaysAgo ?? 0 : state.Gate.SinceDaysAgo;

    private static string? ReasonOf(FactorState before, FactorState now)
    {
        if (before.AtOnce == 0 && now.AtOnce == 0)
        {
            return now.Gate.Reason;
        }

        return now.Level == before.Level ? null : now.Level > before.Level ? "raise" : now.Level >= 2 ? "downgrade" : "clear";
    }

    private Standing StandingOf(Gate gate, int index, DayGrade grade) => Math.Max(gate.Level, grade.AtOnce ?? 0) switch
    {
        > 0 when IsWaiting(gate, grade) => Standing.WaitingForData,
        3 => Standing.Strong,
        2 => Standing.Flag,
        1 => Standing.Watch,

        // Judged by the days so far: a sensor that comes later does not change what could be said then.
        _ when firstSeen is not { } first || first > index => Standing.CannotBeSeen,
        _ when factor.JudgesFacts => grade.AtOnce is not null ? Standing.Clear : grade.IsStale ? Standing.Stale : Standing.NotEnoughData,
        _ when factor.JudgesWindows => grade.Grade is not null ? Standing.Clear : gate.IsSilent ? Standing.Stale : Standing.NotEnoughData,
        _ when gate.IsStale && gate.DaysSinceFirstKnown >= 28 => Standing.Stale,
        _ when gate.KnownOf7 < 5 => Standing.NotEnoughData,
        _ => Standing.Clear,
    };

    private bool IsWaiting(Gate gate, DayGrade grade) =>
        factor.JudgesFacts ? grade.Missing is not null
        : grade.AtOnce > gate.Level ? false
        : factor.JudgesWindows ? grade.Grade is null : gate.IsWaiting;

    private string? MissingFor(Standing standing, Gate gate, DayGrade grade) => standing switch
    {
        Standing.NotEnoughData or Standing.Stale or Standing.WaitingForData when factor.JudgesWindows || factor.JudgesFacts => grade.Missing,
        Standing.NotEnoughData when grade.Missing is { } today =>
            string.Create(CultureInfo.InvariantCulture, $"{gate.KnownOf7} of 5 {factor.Counts} this week ({today})"),
        Standing.NotEnoughData => string.Create(CultureInfo.InvariantCulture, $"{gate.KnownOf7} of 5 {factor.Counts} this week"),
        Standing.Stale => string.Create(CultureInfo.InvariantCulture, $"{gate.KnownOf28} of 10 {factor.Counts} in the last 4 weeks"),
        Standing.WaitingForData => string.Create(CultureInfo.InvariantCulture, $"{gate.KnownOf14} of 10 {factor.Counts} in the last 2 weeks"),
        _ => null,
    };

    private IReadOnlyDictionary<string, double> EvidenceOf(DayGrade grade, Gate gate, int? flagDays) => factor.JudgesWindows || factor.JudgesFacts || (gate.KnownOf28 == 0 && gate.Level == 0)
        ? grade.Evidence
        : Evidence.Join(
            grade.Evidence,
            (GateNumbers.KnownOf7, gate.KnownOf7),
            (GateNumbers.GradedOf7(1), gate.GradedOf7(1)),
            (GateNumbers.GradedOf7(2), gate.GradedOf7(2)),
            (GateNumbers.GradedOf7(3), gate.GradedOf7(3)),
            (GateNumbers.KnownOf14, gate.KnownOf14),
            (GateNumbers.CleanOf14, gate.CleanOf14),
            (GateNumbers.KnownOf28, gate.KnownOf28),
            (GateNumbers.BaselineFrozenDays, flagDays is { } frozen ? Math.Min(frozen, FreezeDays) : null),
            (GateNumbers.DaysAtNewUsual, flagDays is > FreezeDays ? flagDays - FreezeDays : null));
}
