using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>A row of a table or an object of a JSON file, under our names of its columns. What is empty is not there.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">Under the names of <see cref="GenericColumns"/>.</param>
/// <param name="Others">Under the names of the file.</param>
/// <param name="HasDecimalComma">Whether a comma is a decimal point.</param>
internal sealed record GenericRow(long Line, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Others, bool HasDecimalComma)
{
    internal string? this[string name] => Fields.GetValueOrDefault(name);

    internal double? Number(string name) => this[name] is { } text ? TextNumber.Parse(text, HasDecimalComma) : null;

    /// <summary>Sorts fields under our names; empty ones and the apostrophe that spreadsheets put before texts are dropped.</summary>
    internal static GenericRow Of(long line, IEnumerable<(string Name, string? Text)> fields, bool hasDecimalComma)
    {
        var (known, others) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var (name, text) in fields)
        {
            var clean = text?.Trim().TrimStart('\'').Trim();
            if (string.IsNullOrEmpty(clean))
            {
                continue;
            }

            if (GenericColumns.NameOf(name) is { } ours)
            {
                known.TryAdd(ours, clean);
            }
            else
            {
                others.TryAdd(name, clean);
            }
        }

        return new GenericRow(line, known, others, hasDecimalComma);
    }
}
