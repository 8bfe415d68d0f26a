namespace KneeTwitch;

/// <summary>A command cannot go on; the message tells the user what, where and what to do next, in one sentence or two.</summary>
internal sealed class CommandException(string message, Exception? cause = null) : Exception(message, cause);
