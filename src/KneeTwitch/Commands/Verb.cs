using System.CommandLine;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Makes the commands, each with one door for errors.</summary>
internal static class Verb
{
    internal static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder for exports, the private database and mails (default: your user data folder; for root /var/lib/kneetwitch).",
        HelpName = "DIR",
        Recursive = true,
    };

    internal static readonly Option<string?> Wearer = new("--wearer")
    {
        Description = "Whose data it is about; needed only where there are several wearers.",
        HelpName = "NAME",
        Recursive = true,
    };

    internal static readonly Option<bool> Verbose = new("--verbose") { Description = "Say more about the work, on the error stream.", Recursive = true };

    internal static readonly Option<bool> Json = new("--json") { Description = "Print JSON for scripts, and nothing else, on the output stream." };

    /// <param name="name">The word typed.</param>
    /// <param name="description">What it does, for people.</param>
    /// <param name="symbols">Its arguments and options.</param>
    /// <param name="run">The work; returns the exit code, 0 only when all of it worked.</param>
    internal static Command Of(string name, string description, Symbol[] symbols, Func<Invocation, CancellationToken, Task<int>> run)
    {
        var command = Group(name, description, []);
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Argument argument:
                    command.Add(argument);
                    break;
                case Option option:
                    command.Add(option);
                    break;
                default:
                    throw new ArgumentException($"{symbol.Name} is neither argument nor option.");
            }
        }

        command.SetAction((arguments, cancel) => RunAsync(arguments, run, cancel));
        return command;
    }

    /// <summary>A word with further words below it.</summary>
    internal static Command Group(string name, string description, Command[] verbs)
    {
        var command = new Command(name, description);
        foreach (var verb in verbs)
        {
            command.Add(verb);
        }

        return command;
    }

    /// <summary>"wearer set", as it was typed.</summary>
    private static string Words(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{Words(parent)} {command.Name}" : command.Name;

    private static async Task<int> RunAsync(ParseResult arguments, Func<Invocation, CancellationToken, Task<int>> run, CancellationToken cancel)
    {
        var invocation = new Invocation(arguments);
        try
        {
            return await run(invocation, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Screen.Note("Stopped. Nothing is lost: the next import goes on where this one was.");
            return 130;
        }
        catch (Exception wrong)
        {
            await Console.Error.WriteLineAsync($"kneetwitch {Words(arguments.CommandResult.Command)}: {Complaint.About(wrong)}");
            if (invocation.IsVerbose)
            {
                await Console.Error.WriteLineAsync(wrong.ToString());
            }

            return 1;
        }
    }
}
