using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// An SQLite database that came as a file of an export. SQLite wants to seek, so it reads a copy that is gone when this is closed; the
/// copy is opened to be read only, and nothing that its schema defines may run code.
/// </summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private const string TryAgain = "Make the export again, or copy the file once more";
    private readonly FileStream copy;
    private readonly SqliteConnection connection;
    private readonly string vendor;
    private readonly ExportEntry entry;

    private SqliteFile(FileStream copy, SqliteConnection connection, string vendor, ExportEntry entry)
    {
        this.copy = copy;
        this.connection = connection;
        this.vendor = vendor;
        this.entry = entry;
    }

    /// <summary>True where a file's first bytes are those of an SQLite database.</summary>
    internal static bool IsSqlite(ReadOnlySpan<byte> head) => head.StartsWith("SQLite format 3\0"u8);

    /// <param name="vendor">Whose format it is taken for.</param>
    /// <exception cref="ExportFormatException">It is no database, or a damaged one.</exception>
    internal static async Task<SqliteFile> OpenAsync(ExportEntry entry, string vendor, CancellationToken cancel)
    {
        var copy = await TemporaryFile.CopyAsync(entry, cancel);
        // Immutable: no lock files, and no look for a write-ahead log that did not come along.
        var source = new SqliteConnectionStringBuilder { DataSource = $"file:{Uri.EscapeDataString(copy.Name)}?immutable=1", Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var file = new SqliteFile(copy, new SqliteConnection(source.ConnectionString), vendor, entry);
        try
        {
            await file.connection.OpenAsync(cancel);
            await file.ExecuteAsync("pragma trusted_schema = off; pragma cell_size_check = on; pragma query_only = on;", cancel);
            await file.ExecuteAsync("select count(*) from sqlite_schema", cancel);
            return file;
        }
        catch (SqliteException damage)
        {
            await file.DisposeAsync();
            throw file.Damaged(damage);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The names of its tables.</summary>
    internal async Task<IReadOnlySet<string>> TablesAsync(CancellationToken cancel) => await NamesAsync("select name from sqlite_schema where type = 'table'", [], cancel);

    /// <summary>The names of a table's columns; empty where there is no such table.</summary>
    internal async Task<IReadOnlySet<string>> ColumnsAsync(string table, CancellationToken cancel) =>
        await NamesAsync("select name from pragma_table_info($table)", [("$table", table)], cancel);

    /// <summary>True where the table has all these columns.</summary>
    internal async Task<bool> HasAsync(string table, CancellationToken cancel, params IEnumerable<string> columns)
    {
        var known = await ColumnsAsync(table, cancel);
        return known.Count > 0 && columns.All(known.Contains);
    }

    /// <summary>Streams what a query gives.</summary>
    /// <param name="sql">Written by us; what comes from the file goes in as parameters.</param>
    /// <exception cref="ExportFormatException">The database is damaged there.</exception>
    internal async IAsyncEnumerable<SqliteRow> RowsAsync(
        string sql, [EnumeratorCancellation] CancellationToken cancel, params IReadOnlyList<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = await OrDamagedAsync(() => command.ExecuteReaderAsync(cancel));
        var row = new SqliteRow(reader);
        while (await OrDamagedAsync(() => reader.ReadAsync(cancel)))
        {
            // SQLite is not asynchronous underneath: without this a long query could not be stopped.
            cancel.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await copy.DisposeAsync();
    }

    private async Task<IReadOnlySet<string>> NamesAsync(string sql, IReadOnlyList<(string Name, object Value)> parameters, CancellationToken cancel)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var row in RowsAsync(sql, cancel, parameters))
        {
            if (row.Text(0) is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        using var command = Command(sql, []);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private SqliteCommand Command(string sql, IReadOnlyList<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are constants of the readers.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private async Task<T> OrDamagedAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (SqliteException damage)
        {
            throw Damaged(damage);
        }
    }

    private ExportFormatException Damaged(SqliteException cause) => new(vendor, entry.Path, "is no SQLite database, or a damaged one", TryAgain, cause);
}
