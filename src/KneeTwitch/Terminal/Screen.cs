using Spectre.Console;

namespace KneeTwitch.Terminal;

/// <summary>The two streams of a command: results on the first, everything that is about the work on the second.</summary>
internal sealed class Screen
{
    private const int PlainWidth = 160;

    /// <summary>For results.</summary>
    internal IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>For progress and hints.</summary>
    internal IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    internal static void Json<T>(T value) => JsonOutput.Write(Console.Out, value);

    /// <summary>A line of a result, as it is: neither markup nor broken to a width.</summary>
    internal static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>A line about the work.</summary>
    internal static void Note(string line) => Console.Error.WriteLine(line);

    /// <summary>A heading of a result, and what is less important beside it.</summary>
    internal void Title(string text, string beside) => Out.MarkupLineInterpolated($"[bold]{text}[/]  [dim]{beside}[/]");

    internal void Table(string[] heads, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Minimal);
        foreach (var head in heads)
        {
            table.AddColumn(new TableColumn(Markup.Escape(head)));
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        Out.Write(table);
    }

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (isRedirected)
        {
            console.Profile.Width = PlainWidth; // A pipe has no width; 80 would break lines that scripts read.
        }

        return console;
    }
}
