using KneeTwitch.Hosting;
using KneeTwitch.Pipeline;
using KneeTwitch.Pipeline.Reporting;
using KneeTwitch.Web;
using MassTransit;

namespace KneeTwitch;

/// <summary>Which role runs what.</summary>
internal static class RoleSetup
{
    internal static readonly string Names = string.Join(", ", Single().Select(Name));

    /// <summary>Reads a list such as <c>web,import</c>.</summary>
    /// <exception cref="CommandException">A name is not a role.</exception>
    internal static Roles Parse(string list)
    {
        var roles = Roles.None;
        foreach (var name in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            roles |= name == "all"
                ? Roles.All
                : Single().FirstOrDefault(role => Name(role) == name) is var role && role != Roles.None
                    ? role
                    : throw new CommandException($"There is no role \"{name}\". Choose from {Names}, or all.");
        }

        return roles != Roles.None ? roles : throw new CommandException($"No role was named. Choose from {Names}, or all.");
    }

    /// <summary>The services of the roles.</summary>
    internal static void AddRoles(this IServiceCollection services, Roles roles, Settings settings, DatabaseAddress database, Uri? rabbitMq, Action<IBusRegistrationConfigurator>? more = null)
    {
        services.AddStorage(database.App, database.Owner);
        services.AddReaders(settings.Imports);
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section);
        services.AddBus(rabbitMq, bus =>
        {
            AddConsumers(bus, roles);
            more?.Invoke(bus);
        });
        if (roles.HasFlag(Roles.Import))
        {
            services.AddImporting();
        }

        if (roles.HasFlag(Roles.Ingest))
        {
            services.AddIngesting();
        }

        if (roles.HasFlag(Roles.Report))
        {
            services.AddReporting();
        }

        if (roles.HasFlag(Roles.Schedule))
        {
            services.AddSchedule(database.Owner);
        }

        if (roles.HasFlag(Roles.Web))
        {
            services.AddPages();
        }
    }

    private static void AddConsumers(IBusRegistrationConfigurator bus, Roles roles)
    {
        if (roles.HasFlag(Roles.Import))
        {
            bus.AddImportConsumers();
        }

        if (roles.HasFlag(Roles.Ingest))
        {
            bus.AddIngestConsumers();
        }

        if (roles.HasFlag(Roles.Analyze))
        {
            bus.AddAnalyzeConsumers();
        }

        if (roles.HasFlag(Roles.Report))
        {
            bus.AddReportConsumers();
        }
    }

    private static IEnumerable<Roles> Single() => [Roles.Web, Roles.Import, Roles.Ingest, Roles.Analyze, Roles.Report, Roles.Schedule];

    private static string Name(Roles role) => role.ToString().ToLowerInvariant();
}
