namespace KneeTwitch.Pipeline.Importing;

/// <summary>Files of studies and families hold several people. Whose readings are meant is never guessed.</summary>
internal static class PeopleInFile
{
    private const int MostListed = 20;

    /// <summary>The person to read: the one that was named, else the only one; null where the file names nobody.</summary>
    /// <param name="people">All in the file, by the vendor's own id.</param>
    /// <exception cref="ExportFormatException">There are several and none was named, or the one that was named is not there.</exception>
    internal static string? Choose(ReadingContext context, string vendor, string place, IEnumerable<string> people)
    {
        var all = people.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        context.Facts.People = all;
        if (context.Person is { } named)
        {
            return all.Find(person => person.Equals(named.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new ExportFormatException(vendor, place, $"holds nobody called '{named}'; it holds {List(all)}", "Choose one of them with --person");
        }

        return all.Count <= 1
            ? all.FirstOrDefault()
            : throw new ExportFormatException(vendor, place, $"holds {all.Count:N0} people: {List(all)}", "Choose one of them with --person");
    }

    private static string List(List<string> people) =>
        people.Count == 0 ? "no names"
        : string.Join(", ", people.Take(MostListed)) + (people.Count > MostListed ? $" and {people.Count - MostListed:N0} more" : "");
}
