using System.Text;

namespace KneeTwitch.Core.Readings;

/// <summary>A device or app as the vendor names it, normalised. Make one with <see cref="Named"/>.</summary>
/// <param name="Name">The normalised name; two spellings of one device are one source.</param>
/// <param name="Kind">What sort of thing it is.</param>
public sealed record Source(string Name, SourceKind Kind)
{
    /// <summary>The longest name that is kept.</summary>
    public const int MaximumLength = 120;

    /// <summary>Normalises: NFC, straight apostrophe, plain spaces, no control characters, trimmed, at most <see cref="MaximumLength"/>.</summary>
    public static Source Named(string name, SourceKind kind = SourceKind.Unknown)
    {
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
            clean = clean[..MaximumLength].TrimEnd();
        }

        return new Source(clean.Length == 0 ? "unknown" : clean, kind);
    }
}
