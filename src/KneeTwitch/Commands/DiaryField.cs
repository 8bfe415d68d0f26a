using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Commands;

/// <summary>A field of a kind of entry, and where it is typed.</summary>
/// <param name="Symbol">Option or argument.</param>
/// <param name="Name">The field, as it is stored.</param>
/// <param name="Read">What was typed; null for nothing.</param>
/// <param name="IsNeeded">Whether a new entry needs it.</param>
internal sealed record DiaryField(Symbol Symbol, string Name, Func<Invocation, JsonNode?> Read, bool IsNeeded = false)
{
    internal static DiaryField Number(string option, string name, string says)
    {
        var symbol = new Option<double?>(option) { Description = says, HelpName = "NUMBER" };
        return new(symbol, name, run => run.Get(symbol));
    }

    /// <summary>The mean of one or more readings.</summary>
    internal static DiaryField Mean(string option, string name, string says)
    {
        var symbol = new Option<double[]>(option) { Description = says, HelpName = "NUMBER", AllowMultipleArgumentsPerToken = true };
        return new(symbol, name, run => run.Get(symbol) is { Length: > 0 } readings ? Math.Round(readings.Average(), 2) : null, IsNeeded: true);
    }

    internal static DiaryField Whole(string option, string name, string says)
    {
        var symbol = new Option<int?>(option) { Description = says, HelpName = "NUMBER" };
        return new(symbol, name, run => run.Get(symbol));
    }

    internal static DiaryField Text(string option, string name, string says)
    {
        var symbol = new Option<string?>(option) { Description = says, HelpName = "TEXT" };
        return new(symbol, name, run => run.Get(symbol));
    }

    internal static DiaryField Texts(string option, string name, string says)
    {
        var symbol = new Option<string[]?>(option) { Description = says, HelpName = "TEXT", AllowMultipleArgumentsPerToken = true, CustomParser = typed => [.. DiaryWord.Split(typed)] };
        return new(symbol, name, run => run.Get(symbol) is { Length: > 0 } texts ? new JsonArray([.. texts.Select(text => JsonValue.Create(text))]) : null);
    }

    internal static DiaryField Argument(string shown, string name, string says)
    {
        var symbol = new Argument<string?>(shown) { Description = says, Arity = ArgumentArity.ZeroOrOne };
        return new(symbol, name, run => run.Get(symbol), IsNeeded: true);
    }

    internal static DiaryField Place(bool isNeeded = false)
    {
        var symbol = new Option<string?>("--place") { Description = $"Where: {string.Join(", ", Places.All)}, or a word of your own.", HelpName = "PLACE" };
        return new(symbol, "place", run => run.Get(symbol) is { } place ? Places.Named(place) : null, isNeeded);
    }

    internal static DiaryField YesOrNo(string option, string name, string says)
    {
        // As words: of an option that is true or false the parser takes no "yes".
        var symbol = new Option<string?>(option) { Description = says, HelpName = "yes|no", Arity = ArgumentArity.ZeroOrOne, CustomParser = DiaryWord.YesOrNo };
        return new(symbol, name, run => run.Get(symbol) is { } answer ? answer == DiaryWord.Yes : null);
    }

    internal static DiaryField Day(string option, string name, string says)
    {
        var symbol = new Option<DateOnly?>(option) { Description = says, HelpName = "DAY" };
        return new(symbol, name, run => run.Get(symbol)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    internal static DiaryField OneOf<T>(string option, string name, string says, bool isNeeded = false)
        where T : struct, Enum
    {
        var symbol = new Option<T?>(option) { Description = $"{says}: {DiaryWord.Known<T>()}.", HelpName = "WORD", CustomParser = typed => DiaryWord.Of<T>(typed, typed.Tokens[0].Value) };
        return new(symbol, name, run => run.Get(symbol) is { } value ? DiaryWord.Stored(value) : null, isNeeded);
    }

    /// <summary>Words that hold together, typed after each other or with commas.</summary>
    internal static DiaryField AnyOf<T>(string option, string name, string says)
        where T : struct, Enum
    {
        var symbol = new Option<T[]?>(option)
        {
            Description = $"{says}: {DiaryWord.Known<T>()}.",
            HelpName = "WORD",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = typed => [.. DiaryWord.Split(typed).Select(text => DiaryWord.Of<T>(typed, text)).OfType<T>()],
        };
        return new(symbol, name, run => run.Get(symbol) is { Length: > 0 } values ? string.Join(", ", values.Select(DiaryWord.Stored)) : null);
    }
}
