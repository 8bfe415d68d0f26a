using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>The current row of a query. SQLite columns hold anything: what is of another kind, or not finite, says nothing.</summary>
internal sealed class SqliteRow(SqliteDataReader reader)
{
    internal string? Text(int column) => reader.GetValue(column) switch
    {
        string { Length: > 0 } text => text,
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    internal double? Number(int column) => reader.GetValue(column) switch
    {
        long whole => whole,
        double number when double.IsFinite(number) => number,
        string text => TextNumber.Parse(text),
        _ => null,
    };

    internal long? Whole(int column) => reader.GetValue(column) switch
    {
        long whole => whole,
        double number when double.IsInteger(number) && Math.Abs(number) < 1L << 53 => (long)number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => null,
    };

    internal byte[]? Bytes(int column) => reader.GetValue(column) as byte[];
}
