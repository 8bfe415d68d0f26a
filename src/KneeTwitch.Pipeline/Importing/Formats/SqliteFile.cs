using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// An SQLite database that came as a file of an export. SQLite wants to seek, so it reads a copy that is gone when this is closed; the
/// copy is opened to be read only, and nothing that its schema defines may run code. How much work it may make is in proportion to its
/// size: pages that point at each other in a hostile file would make SQLite count for years.
/// </summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private const string TryAgain = "Make the export again, or copy the file once more";

    /// <summary>Bytes of a value or row; pictures of apps and tracks of workouts stay below.</summary>
    private const int LongestValue = 64 << 20;

    /// <summary>Instructions of SQLite for each byte of the file, for all that is asked of it; honest files take a few.</summary>
    private const int InstructionsPerByte = 100;

    private const int LeastInstructions = 20_000_000;
    private const int InstructionsBetweenLooks = 10_000;

    private const int HeadBytes = 1 << 20;
    private readonly FileStream copy;
    private readonly SqliteConnection connection;
    private readonly string vendor;
    private readonly ExportEntry entry;
    private readonly CancellationToken cancelled;
    private long instructionsLeft;

    private SqliteFile(FileStream copy, SqliteConnection connection, string vendor, ExportEntry entry, CancellationToken cancel)
    {
        this.copy = copy;
        this.connection = connection;
        this.vendor = vendor;
        this.entry = entry;
        cancelled = cancel;
        instructionsLeft = LeastInstructions + (copy.Length * InstructionsPerByte);
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
        var file = new SqliteFile(copy, new SqliteConnection(source.ConnectionString), vendor, entry, cancel);
        try
        {
            await file.connection.OpenAsync(cancel);
            raw.sqlite3_limit(file.connection.Handle, raw.SQLITE_LIMIT_LENGTH, LongestValue);
            raw.sqlite3_progress_handler(file.connection.Handle, InstructionsBetweenLooks, _ => file.MayGoOn() ? 0 : 1, null);
            await file.ExecuteAsync("pragma trusted_schema = off; pragma cell_size_check = on; pragma query_only = on;", cancel);
            await file.ExecuteAsync("select 1 from sqlite_schema limit 1", cancel);
            return file;
        }
        catch (SqliteException damage)
        {
            await file.DisposeAsync();
            cancel.ThrowIfCancellationRequested();
            throw file.Damaged(damage);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// True for a database with all these tables, whoever made it. Mostly the first bytes tell, also of one that is cut off; else the
    /// whole is opened. The names are compared to the letter.
    /// </summary>
    internal static async Task<bool> HoldsAsync(ExportEntry entry, CancellationToken cancel, params IReadOnlyList<string> tables)
    {
        if (!IsSqlite(await entry.HeadAsync(16, cancel)))
        {
            return false;
        }

        var head = await entry.HeadAsync((int)Math.Min(HeadBytes, Math.Max(16, entry.Length)), cancel);
        if (tables.All(table => head.AsSpan().IndexOf(Encoding.UTF8.GetBytes(table)) >= 0))
        {
            return true;
        }

        try
        {
            await using var file = await OpenAsync(entry, "SQLite", cancel);
            var known = await file.TablesAsync(cancel);
            return tables.All(known.Contains);
        }
        catch (ExportFormatException)
        {
            return false;
        }
    }

    /// <summary>The names of its real tables: views and virtual tables, which are code, are none.</summary>
    internal async Task<IReadOnlySet<string>> TablesAsync(CancellationToken cancel) =>
        await NamesAsync("select name from sqlite_schema where type = 'table' and sql like 'create table%'", [], cancel);

    /// <summary>How many rows a table has.</summary>
    /// <param name="table">One of <see cref="TablesAsync"/>, whatever it is called.</param>
    internal async Task<long> CountAsync(string table, CancellationToken cancel)
    {
        // With a limit SQLite steps through the rows, so that it can be stopped; the plain count cannot.
        await foreach (var row in RowsAsync($"select count(*) from (select 1 from {Quoted(table)} limit {long.MaxValue})", cancel))
        {
            return row.Whole(0) ?? 0;
        }

        return 0;
    }

    /// <summary>
    /// Begins a query of a table: the columns in their order, null for those this version of the table does not have. Null where there is no
    /// such table.
    /// </summary>
    internal async Task<string?> SelectAsync(string table, CancellationToken cancel, params IEnumerable<string> columns)
    {
        if (!(await TablesAsync(cancel)).Contains(table))
        {
            return null;
        }

        var known = await ColumnsAsync(table, cancel);
        return $"select {string.Join(", ", columns.Select(column => known.Contains(column) ? Quoted(column) : $"null as {Quoted(column)}"))} from {Quoted(table)}";
    }

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

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private bool MayGoOn()
    {
        instructionsLeft -= InstructionsBetweenLooks;
        return instructionsLeft > 0 && !cancelled.IsCancellationRequested;
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
            cancelled.ThrowIfCancellationRequested();
            throw Damaged(damage);
        }
    }

    private ExportFormatException Damaged(SqliteException cause) => new(vendor, entry.Path, "is no SQLite database, or a damaged one", TryAgain, cause);
}
