using KneeTwitch.Pipeline.Alerting;
using KneeTwitch.Pipeline.Analyzing;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Ingesting;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Reporting;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Pipeline.Summarizing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace KneeTwitch.Pipeline;

/// <summary>The only wiring: what the stages need, and which consumers each role runs. Roles pick from it.</summary>
public static class PipelineSetup
{
    /// <summary>A queue's messages are tried this often before they go to its error queue.</summary>
    private const int Retries = 3;

    /// <summary>How often a message may take a process down with it before it is put aside as dead.</summary>
    private const int DeliveryLimit = 5;

    /// <summary>The tables, seen one wearer at a time, and what several stages ask of them.</summary>
    /// <param name="services">Where to add.</param>
    /// <param name="connectionString">A login that may take the role <see cref="WearerDatabase.AppRole"/>.</param>
    /// <param name="ownerConnectionString">A login that owns the tables, for the schedule and the few reads across wearers.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString, string ownerConnectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new WearerDatabase(DataSources.ForApp(connectionString)));
        services.AddSingleton(_ => new OwnerDatabase(DataSources.ForOwner(ownerConnectionString)));
        services.AddSingleton<WearerDirectory>();
        services.AddSingleton<WearerLoader>();
        services.AddSingleton<WearerTable>();
        services.AddSingleton<DayTable>();
        services.AddSingleton<DiaryTable>();
        services.AddSingleton<HandDiary>();
        services.AddSingleton<LinkQuery>();
        services.AddSingleton<TrialTable>();
        services.AddSingleton<ImportTable>();
        services.AddSingleton<AlertTable>();
        return services;
    }

    /// <summary>The bus: RabbitMQ where an address is given, else in this process's memory.</summary>
    public static IServiceCollection AddBus(this IServiceCollection services, Uri? rabbitMq, Action<IBusRegistrationConfigurator> consumers)
    {
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = true;
            host.StartTimeout = TimeSpan.FromSeconds(30);
            host.StopTimeout = TimeSpan.FromSeconds(30);
        });
        return services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            consumers(bus);
            bus.AddConfigureEndpointsCallback((_, _, endpoint) => ConfigureEndpoint(endpoint));
            if (rabbitMq is null)
            {
                bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
            }
            else
            {
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    rabbit.Host(rabbitMq, host => host.PublisherConfirmation = true);
                    rabbit.ConfigureEndpoints(context);
                });
            }
        });
    }

    /// <summary>The formats that can be read, and the store that exports are kept in.</summary>
    public static IServiceCollection AddReaders(this IServiceCollection services, ImportOptions options) =>
        services.AddSingleton(options).AddSingleton(ExportReaders.Default).AddSingleton<ExportStore>();

    /// <summary>Role import: reads stored exports and publishes what is in them. Needs <see cref="AddReaders"/>.</summary>
    public static IServiceCollection AddImporting(this IServiceCollection services) =>
        services.AddSingleton<ImportClaims>().AddSingleton<ImportRun>().AddHostedService<ImportRunner>();

    public static void AddImportConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<FinishImportConsumer>();

    /// <summary>Role ingest: merges readings and computes days. One queue a family, so that each can be watched and scaled apart.</summary>
    public static IServiceCollection AddIngesting(this IServiceCollection services) =>
        services.AddSingleton<ReadingTable>().AddSingleton<DaySummaries>();

    public static void AddIngestConsumers(this IBusRegistrationConfigurator bus)
    {
        AddStore<StoreReadingsConsumer<ActivityRead>>(bus, "store-activity");
        AddStore<StoreReadingsConsumer<SleepRead>>(bus, "store-sleep");
        AddStore<StoreReadingsConsumer<HydrationRead>>(bus, "store-hydration");
        AddStore<StoreReadingsConsumer<NutritionRead>>(bus, "store-nutrition");
        AddStore<StoreReadingsConsumer<BodyRead>>(bus, "store-body");
        AddStore<StoreDiaryConsumer>(bus, "store-diary");
        bus.AddConsumer<StoreProfileConsumer>();
        AddQueueing<SummarizeDaysConsumer>(bus);
    }

    /// <summary>Role analyze: judges days and keeps alerts.</summary>
    public static void AddAnalyzeConsumers(this IBusRegistrationConfigurator bus)
    {
        AddQueueing<AnalyzeConsumer>(bus);
        AddQueueing<SettleAlertsConsumer>(bus);
    }

    /// <summary>Role report: writes the week and mails it. Needs <see cref="MailOptions"/>.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddSingleton<DigestLetter>()
        .AddSingleton<DigestWriter>()
        .AddSingleton<DigestTable>()
        .AddSingleton<DigestSender>()
        .AddSingleton<DigestPreview>()
        .AddSingleton<Mailbox>();

    public static void AddReportConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<SendDigestConsumer>();

    /// <summary>The schedule, kept in PostgreSQL and shared by every process that runs it: a job runs once, wherever.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services, string ownerConnectionString)
    {
        services.AddSingleton<DueDigests>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "kneetwitch");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(ownerConnectionString);
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = "sched.qrtz_";
                    options.StoreJobDataAsStrings = true;
                    options.MisfireThreshold = TimeSpan.FromSeconds(60);
                });
                store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(10));
            });
            AddJob<AnalysisJob>(quartz, "analysis", AnalysisJob.Cron);
            AddJob<WeeklyDigestJob>(quartz, "weekly-digest", WeeklyDigestJob.Cron);
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void AddJob<TJob>(IQuartzBuilder quartz, string name, string cron)
        where TJob : IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(name).StoreDurably().RequestRecovery());
        quartz.AddTrigger(trigger => trigger
            .ForJob(name)
            .WithIdentity(name)
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }

    private static void AddStore<TConsumer>(IBusRegistrationConfigurator bus, string queue)
        where TConsumer : class, IConsumer =>
        bus.AddConsumer<TConsumer>().Endpoint(endpoint =>
        {
            endpoint.Name = queue;
            endpoint.PrefetchCount = 4; // A crash counts a delivery for every message that was prefetched, not only for the guilty one.
            endpoint.ConcurrentMessageLimit = 2;
        });

    /// <summary>Those that take turns for a wearer: each that waits keeps a connection, so that few may wait at once.</summary>
    private static void AddQueueing<TConsumer>(IBusRegistrationConfigurator bus)
        where TConsumer : class, IConsumer =>
        bus.AddConsumer<TConsumer>().Endpoint(endpoint => endpoint.ConcurrentMessageLimit = 2);

    private static void ConfigureEndpoint(IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();
            rabbit.SetQueueArgument("x-delivery-limit", DeliveryLimit);
            rabbit.BindDeadLetterQueue("kt-dlx", "kt-dead");
        }

        endpoint.UseMessageRetry(retry => retry.Exponential(
            Retries, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(200)));
    }
}
