using System.CommandLine;
using System.CommandLine.Invocation;
using KneeTwitch.Commands;

var root = new RootCommand("KneeTwitch: what in your own life goes with the twitching near your knee. A wellness diary, not a medical device.")
{
    UpCommand.Create(),
    InspectCommand.Create(),
    ImportCommand.Create(),
    DaysCommand.Create(),
    AnalyzeCommand.Create(),
    ReplayCommand.Create(),
    AlertsCommand.Create(),
    RulesCommand.Create(),
    LinksCommand.Create(),
    TrialCommand.Create(),
    DigestCommand.Create(),
    DiaryCommand.Create(),
    WearerCommand.Create(),
    SourcesCommand.Create(),
    ServeCommand.Create(),
    MigrateCommand.Create(),
    DemoCommand.Create(),
    DoctorCommand.Create(),
    Verb.Data,
    Verb.Wearer,
    Verb.Verbose,
};

var arguments = root.Parse(args);
if (arguments.Action is ParseErrorAction mistyped)
{
    mistyped.ShowHelp = false; // One line says it; --help is there for who wants more.
}

return await arguments.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    Output = arguments.Errors.Count > 0 ? Console.Error : Console.Out, // What was meant instead is no result.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(60), // Long enough to stop the private database cleanly.
});
