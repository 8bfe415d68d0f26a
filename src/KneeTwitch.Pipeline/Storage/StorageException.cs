namespace KneeTwitch.Pipeline.Storage;

/// <summary>The database cannot be had or used. The message is for a person: what, where, and what to do next.</summary>
public sealed class StorageException : Exception
{
    public StorageException()
    {
    }

    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
