using System.Text;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>A vendor's words, on their way into a message: what no database, page or terminal takes is left out.</summary>
internal static class PlainText
{
    /// <summary>Control characters become spaces, halves of letters the replacement character.</summary>
    internal static string Of(string text)
    {
        if (!text.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter)))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            plain.Append(Rune.IsControl(letter) ? new Rune(' ') : letter);
        }

        return plain.ToString();
    }
}
