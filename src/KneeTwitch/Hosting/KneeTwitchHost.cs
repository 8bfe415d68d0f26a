using KneeTwitch.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace KneeTwitch.Hosting;

/// <summary>Builds the process of a set of roles.</summary>
internal static class KneeTwitchHost
{
    private const string LocalNames = "localhost;127.0.0.1;[::1]";

    /// <param name="settings">Where things are.</param>
    /// <param name="database">Already migrated.</param>
    /// <param name="roles">What it does; with the role web it also listens.</param>
    /// <param name="options">How it listens, logs and which bus it uses.</param>
    internal static IHost Build(Settings settings, DatabaseAddress database, Roles roles, HostPlan options)
    {
        if (!roles.HasFlag(Roles.Web))
        {
            var quiet = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "kneetwitch", ContentRootPath = AppContext.BaseDirectory });
            quiet.Configuration.AddConfiguration(settings.Configuration);
            SetUp(quiet.Services, quiet.Logging, settings, database, roles, options);
            return quiet.Build();
        }

        // The program's own folder, not the user's: an appsettings.json lying there is none of ours.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "kneetwitch", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings.Configuration);
        if (settings.Configuration["AllowedHosts"] is null)
        {
            builder.Configuration["AllowedHosts"] = LocalNames; // Other names reaching a loopback port are DNS rebinding.
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(options.Address, options.Port));
        SetUp(builder.Services, builder.Logging, settings, database, roles, options);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        builder.Services.AddDataProtection()
            .SetApplicationName("kneetwitch")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.DataFolder, "keys")));

        var app = builder.Build();
        app.MapPages();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        return app;
    }

    private static void SetUp(IServiceCollection services, ILoggingBuilder logging, Settings settings, DatabaseAddress database, Roles roles, HostPlan options)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console => console.SingleLine = true);
        services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(options.IsVerbose ? LogLevel.Information : LogLevel.Warning);
        foreach (var chatty in (string[])["Microsoft.EntityFrameworkCore", "Npgsql", "Quartz", "MassTransit", "Microsoft.AspNetCore.DataProtection"])
        {
            logging.AddFilter(chatty, options.IsVerbose ? LogLevel.Warning : LogLevel.Error);
        }

        services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        services.AddRoles(roles, settings, database, options.IsAlone ? null : settings.RabbitMq, options.MoreConsumers);
    }
}
