using System.Text;

namespace KneeTwitch.Core.Readings;

/// <summary>A device or app as the vendor names it, normalised. Make one with <see cref="Named"/>.</summary>
/// <param name="Name">The normalised name; two spellings of one device are one source.</param>
/// <param name="Kind">What sort of thing it is.</param>
public sealed record Source(string Name, SourceKind Kind)
{
    /// <summary>The longest name that is kept.</summary>
    public const int MaximumLength = 120;

    /// <summary>
    /// Normalises: NFC, straight apostrophe, plain spaces, no control characters and no halves of letters, trimmed, at most
    /// <see cref="MaximumLength"/>. Never fails, whatever a file calls its device.
    /// </summary>
    public static Source Named(string name, SourceKind kind = SourceKind.Unknown)
    {
        name = Whole(name);
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.IsNormalized() ? name : name.Normalize(NormalizationForm.FormC))
        {
            text.Append(letter switch
            {
                '\u2019' or '\u2018' or '\u02BC' => '\'',
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => letter,
            });
        }

        var clean = string.Concat(text.ToString().Where(letter => !char.IsControl(letter))).Trim();
        if (clean.Length > MaximumLength)
        {
            // A letter of two halves is kept or left out as one.
            clean = clean[..(char.IsHighSurrogate(clean[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength)].TrimEnd();
        }

        return new Source(clean.Length == 0 ? "unknown" : clean, kind);
    }

    /// <summary>Half a letter, as damaged JSON and other programs' cuts leave it, cannot be normalised or stored: it becomes the replacement character.</summary>
    private static string Whole(string name)
    {
        if (name.All(letter => !char.IsSurrogate(letter)))
        {
            return name;
        }

        var text = new StringBuilder(name.Length);
        foreach (var letter in name.EnumerateRunes())
        {
            text.Append(letter);
        }

        return text.ToString();
    }
}
