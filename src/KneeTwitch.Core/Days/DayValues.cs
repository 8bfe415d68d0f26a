using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>The numbers of a day while they are being found; each metric at most once.</summary>
internal sealed class DayValues
{
    private readonly SortedDictionary<Metric, DayValue> values = [];
    private readonly List<DayNote> notes = [];

    internal IReadOnlyList<DayValue> All => [.. values.Values];

    internal IReadOnlyList<DayNote> Notes => notes;

    internal double? this[Metric metric] => values.TryGetValue(metric, out var value) ? value.Value : null;

    /// <summary>A number that one source gave alone.</summary>
    internal void Measured(Metric metric, double value, double coverage, string source) =>
        Measured(metric, value, coverage, source, Provenance.Of(source, value));

    /// <summary>A number and who had a part in it; the source's name can differ from those (an estimate) or be missing (derived).</summary>
    internal void Measured(Metric metric, double value, double coverage, string? source, Provenance? from) =>
        Add(metric, value, DayState.Measured, coverage, source, from);

    internal void Measured(Metric metric, double value, double coverage, Provenance from) =>
        Add(metric, value, DayState.Measured, coverage, from.Names, from);

    internal void KnownZero(Metric metric, double coverage) => Add(metric, 0, DayState.Zero, coverage, null, null);

    /// <summary>Adds what was set aside to a number that is there.</summary>
    internal void Leave(Metric metric, SetAside more) =>
        values[metric] = values[metric] with { SetAside = [.. values[metric].SetAside, more] };

    internal void Note(DayNote note) => notes.Add(note);

    // Six decimals: sums of spread readings must not differ in their last bits from one machine to another.
    private void Add(Metric metric, double value, DayState state, double coverage, string? source, Provenance? from) =>
        values[metric] = new DayValue(metric, Math.Round(value, 6), state, Math.Round(Math.Clamp(coverage, 0, 1), 6), source)
        {
            Parts = from?.Parts ?? [],
            SetAside = from?.Aside ?? [],
        };
}
