namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>What has to be known of an export before its first point can be read: its users, and which copy of a point is the last.</summary>
internal sealed class OmhCensus
{
    private const int MostCompared = 1_000_000;
    private const int MostPeople = 100_000;
    private readonly Dictionary<UInt128, (long Number, DateTimeOffset? Created)> last = [];
    private readonly HashSet<string> people = new(StringComparer.OrdinalIgnoreCase);

    internal IReadOnlyCollection<string> People => people;

    internal void Add(OmhPoint point)
    {
        if (!point.HasHeader || !point.HasBody || point.WhyNot is not null)
        {
            return;
        }

        if (point.Person is { } person && people.Count < MostPeople)
        {
            people.Add(person);
        }

        if (point.Key is { } key && (last.TryGetValue(key, out var known) ? !(point.Created < known.Created) : last.Count < MostCompared))
        {
            last[key] = (point.Number, point.Created);
        }
    }

    /// <summary>True unless the point was sent again.</summary>
    internal bool IsLast(OmhPoint point) => point.Key is not { } key || !last.TryGetValue(key, out var known) || known.Number == point.Number;
}
