using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The two ways into the database, from the one connection string that is configured.</summary>
public static class DataSources
{
    /// <summary>
    /// For everything that is about one wearer. The role is a startup option, not a command: what the pool does to a connection between
    /// two uses (DISCARD ALL) brings it back to this role and never to the owner.
    /// </summary>
    public static NpgsqlDataSource ForApp(string connectionString)
    {
        var app = new NpgsqlConnectionStringBuilder(connectionString);
        app.Options = $"{app.Options} -c role={WearerDatabase.AppRole}".Trim();
        return NpgsqlDataSource.Create(app);
    }

    /// <summary>For migrations, the schedule and questions about all wearers.</summary>
    public static NpgsqlDataSource ForOwner(string connectionString) => NpgsqlDataSource.Create(connectionString);
}
