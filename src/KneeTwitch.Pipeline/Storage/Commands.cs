using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>One statement with parameters by position.</summary>
internal static class Commands
{
    internal static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    internal static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.Command(sql);
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
