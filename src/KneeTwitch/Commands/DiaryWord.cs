using System.CommandLine.Parsing;
using System.Text.Json;

namespace KneeTwitch.Commands;

/// <summary>Words of the diary as people type them: "before-sleep", "before_sleep" and "BeforeSleep" are one.</summary>
internal static class DiaryWord
{
    internal const string Yes = "yes", No = "no";

    /// <summary>Null, with the words there are as an error, where it is none.</summary>
    internal static T? Of<T>(ArgumentResult typed, string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>().Where(value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) != 0))
        {
            if (string.Equals(value.ToString(), text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        typed.AddError($"\"{text}\" is none of: {Known<T>()}.");
        return null;
    }

    /// <summary>"yes" or "no"; the bare option is a yes.</summary>
    internal static string? YesOrNo(ArgumentResult typed)
    {
        switch (typed.Tokens.Count == 0 ? Yes : typed.Tokens[0].Value.ToLowerInvariant())
        {
            case Yes or "y" or "true":
                return Yes;
            case No or "n" or "false":
                return No;
            default:
                typed.AddError($"\"{typed.Tokens[0].Value}\" is neither yes nor no.");
                return null;
        }
    }

    internal static string Known<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetNames<T>().Where(name => name != "None").Select(JsonNamingPolicy.KebabCaseLower.ConvertName));

    /// <summary>The word that is stored.</summary>
    internal static string Stored<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>"a,b" and "a b" are two words each.</summary>
    internal static IEnumerable<string> Split(ArgumentResult typed) =>
        typed.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
