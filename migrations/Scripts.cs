using Microsoft.EntityFrameworkCore.Migrations;
using Quartz;

namespace KneeTwitch.Migrations;

/// <summary>What migrations do beside the model: their SQL files, which lie next to them in History.</summary>
internal static class Scripts
{
    internal static void Run(MigrationBuilder migration, string name) =>
        migration.Sql(Read(typeof(Scripts), $"KneeTwitch.Migrations.History.{name}.sql"));

    /// <summary>The schedule's own tables, in a schema of their own that only the owner enters.</summary>
    internal static void CreateSchedule(MigrationBuilder migration)
    {
        migration.Sql("create schema if not exists sched");
        var script = Read(typeof(IScheduler), "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql");
        foreach (var statement in script.ReplaceLineEndings("\n").Split("\n--;;\n"))
        {
            migration.Sql(statement.Replace("{0}", "sched.qrtz_", StringComparison.Ordinal).Replace("{1}", "qrtz_", StringComparison.Ordinal));
        }
    }

    private static string Read(Type beside, string resource)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{beside.Assembly.GetName().Name} has no resource {resource}.");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
