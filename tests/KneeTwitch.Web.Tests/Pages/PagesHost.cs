using System.Net;
using KneeTwitch.Pipeline.Alerting;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Pipeline.Summarizing;
using KneeTwitch.Pipeline.Tests;
using KneeTwitch.Pipeline.Tests.Summarizing;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

/// <summary>The pages on a real port over a real database, with somebody who counts days, but nobody who runs imports.</summary>
public sealed class PagesHost(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly FreshDatabase fresh = new(postgres);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kneetwitch-pages-");
    private WebApplication? app;

    public Uri Address { get; private set; } = new("http://localhost");

    public FakeTimeProvider Clock { get; } = new(Household.Now);

    public WearerDatabase Database => fresh.Database;

    public WearerDirectory Wearers => fresh.Directory;

    /// <summary>Sends no header that a browser would send.</summary>
    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true });

    public async ValueTask InitializeAsync()
    {
        await fresh.InitializeAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(PagesHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(fresh.Owner)
            .AddSingleton(fresh.Database)
            .AddSingleton(fresh.Directory)
            .AddSingleton<WearerTable>()
            .AddSingleton<WearerLoader>()
            .AddSingleton<AlertTable>()
            .AddSingleton<DayTable>()
            .AddSingleton<DiaryTable>()
            .AddSingleton<LinkQuery>()
            .AddSingleton(new ImportOptions { Folder = folder.FullName, MaximumBytes = 200_000 })
            .AddSingleton<ExportStore>()
            .AddSingleton<ImportTable>()
            .AddSingleton<DaySummaries>()
            .AddSingleton<DiaryTable>()
            .AddSingleton<HandDiary>()
            .AddMassTransit(bus =>
            {
                bus.DisableUsageTelemetry();
                bus.AddConsumer<SummarizeDaysConsumer>();
                bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
            })
            .AddPages();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        app = builder.Build();
        app.MapPages();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
        Client.BaseAddress = Address;
    }

    /// <summary>A wearer in Berlin, with the story of <see cref="Household"/>.</summary>
    public async Task<Guid> MoveInAsync(string name)
    {
        var wearerId = await fresh.AddWearerAsync(name);
        await Household.MoveInAsync(Database, new WearerLoader(Database), wearerId);
        return wearerId;
    }

    /// <summary>A wearer in Berlin to whom readings can come.</summary>
    internal Task<Life> BeginLifeAsync(string name) => Life.BeginAsync(fresh, name);

    public Task<Guid> AddWearerAsync(string name) => fresh.AddWearerAsync(name);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        await fresh.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
