using System.CommandLine;
using KneeTwitch.Hosting;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>One run of a command: what was typed, where things are, and the two streams.</summary>
internal sealed class Invocation(ParseResult arguments)
{
    private Settings? settings;

    internal Screen Screen { get; } = new();

    internal Settings Settings => settings ??= Settings.Load(arguments.GetValue(Verb.Data));

    internal string? WearerName => arguments.GetValue(Verb.Wearer);

    internal bool IsVerbose => arguments.GetValue(Verb.Verbose);

    internal bool WantsJson => arguments.GetValue(Verb.Json);

    internal T? Get<T>(Option<T> option) => arguments.GetValue(option);

    internal T? Get<T>(Argument<T> argument) => arguments.GetValue(argument);

    /// <summary>The database, its tables present where it is the private one.</summary>
    internal Task<OpenDatabase> OpenAsync(CancellationToken cancel, bool migrate = false) => OpenDatabase.OpenAsync(Settings, migrate, cancel);
}
