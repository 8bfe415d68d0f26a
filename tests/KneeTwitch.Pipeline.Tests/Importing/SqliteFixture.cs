using KneeTwitch.Pipeline.Importing;
using Microsoft.Data.Sqlite;

namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>Databases for tests, kept as SQL that a person can read and made when they are needed: the same SQL makes the same bytes.</summary>
internal static class SqliteFixture
{
    internal const string Ending = ".sql";

    internal static byte[] Build(string sql)
    {
        var path = Path.Combine(Path.GetTempPath(), $"kt-test-{Guid.NewGuid():N}.db");
        try
        {
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString))
            {
                connection.Open();
                using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own SQL.
                command.CommandText = sql;
#pragma warning restore CA2100
                command.ExecuteNonQuery();
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal static async Task<ReadExport.Result> ReadAsync(IExportReader reader, string sql, string name = "export.db")
    {
        using var folder = new ExportFolder();
        return await ReadExport.FromAsync(reader, folder.File(name, Build(sql)));
    }
}
