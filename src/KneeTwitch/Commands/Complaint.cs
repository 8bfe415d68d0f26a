using System.Net.Sockets;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Storage;
using Npgsql;

namespace KneeTwitch.Commands;

/// <summary>What went wrong, where, and what to do next, in one line.</summary>
internal static class Complaint
{
    private const int NoSpaceOnUnix = 28, NoSpaceOnWindows = unchecked((int)0x80070070);

    internal static string About(Exception wrong) => OneLine(wrong switch
    {
        CommandException or ExportFormatException or StorageException or DiaryRefusedException or TrialRefusedException or TimeZoneNotFoundException => wrong.Message,
        NpgsqlException { InnerException: SocketException } or NpgsqlException { InnerException: TimeoutException } =>
            $"No database answers ({wrong.InnerException.Message}). Start PostgreSQL, correct ConnectionStrings__Postgres, or unset it to use a private one.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName } refused =>
            $"The database refuses the connection ({refused.MessageText}). Correct ConnectionStrings__Postgres.",
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn } =>
            "The database has not the tables this version needs. Run \"kneetwitch migrate\" once, then try again.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            "The disk of the database is full. Free some space and run the same command again; nothing is counted twice.",
        IOException full when full.HResult is NoSpaceOnUnix or NoSpaceOnWindows =>
            $"The disk is full ({full.Message}). Free some space, or choose another folder with --data, and run the same command again.",
        UnauthorizedAccessException => $"{wrong.Message} Give yourself the right to it, or choose another folder with --data.",
        IOException or SocketException => $"{wrong.Message} Check that it is there and can be used, then try again.",
        _ => $"Something unexpected went wrong: {wrong.Message} Run it again with --verbose for the details.",
    });

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
