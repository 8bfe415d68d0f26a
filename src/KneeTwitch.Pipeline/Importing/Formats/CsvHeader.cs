using System.Globalization;
using System.Text;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>The columns of a table by name, however a version or language of the app spells case, accents, spaces, dashes and micro signs.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, List<int>> columns = [];
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);

    internal CsvHeader(IReadOnlyList<string> names)
    {
        Names = names;
        for (var i = 0; i < names.Count; i++)
        {
            var name = Normalize(names[i]);
            if (!columns.TryGetValue(name, out var places))
            {
                columns.Add(name, places = []);
            }

            places.Add(i);
        }
    }

    internal IReadOnlyList<string> Names { get; }

    internal static string Normalize(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in Decomposed(name))
        {
            var isDropped = char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '_' or '-' or '\uFEFF'
                || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
            if (!isDropped)
            {
                text.Append(letter is '\u03BC' or '\u00B5' ? 'u' : char.ToLowerInvariant(letter));
            }
        }

        return text.ToString();
    }

    /// <summary>The first column of that name, or -1.</summary>
    internal int Find(string name)
    {
        if (!asked.TryGetValue(name, out var place))
        {
            place = columns.TryGetValue(Normalize(name), out var places) ? places[0] : -1;
            asked.Add(name, place);
        }

        return place;
    }

    /// <summary>True where all these columns are there.</summary>
    internal bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All columns of that name; apps repeat names.</summary>
    internal IReadOnlyList<int> FindAll(string name) => columns.TryGetValue(Normalize(name), out var places) ? places : [];

    private static string Decomposed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Half a character of a pair: not Unicode, but still a name.
            return name;
        }
    }
}
