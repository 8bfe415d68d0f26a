using KneeTwitch.Web.Api;
using KneeTwitch.Web.Pages;
using KneeTwitch.Web.Pages.Alerts;
using KneeTwitch.Web.Pages.Diary;
using KneeTwitch.Web.Pages.Imports;
using KneeTwitch.Web.Pages.Shared;
using KneeTwitch.Web.Pages.Sources;
using KneeTwitch.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KneeTwitch.Web;

/// <summary>The only wiring of pages and API. The host adds storage and importing, listens on loopback and filters host names.</summary>
public static class WebSetup
{
    /// <summary>What pages and API need beside storage (databases, tables, loader), importing (store, table) and the bus.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "kneetwitch-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddProblemDetails();
        services.AddHttpContextAccessor();
        services.AddScoped<WearerChoice>();
        services.AddScoped<Uploads>();
        services.AddScoped<AlertActions>();
        return services;
    }

    /// <summary>Headers, checks, assets, pages and API.</summary>
    public static WebApplication MapPages(this WebApplication app)
    {
        app.Use(PageHeaders.AddAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/trouble", CreateScopeForErrors = true, StatusCodeSelector = StatusOf });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);

        // Inside the two for pages, so that scripts get their problem details before a page is made of it.
        app.UseWhen(IsApi, api => api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf }).UseStatusCodePages());

        // A refused form cannot be made into another page: that page would refuse the same form again.
        app.UseWhen(IsForm, forms => forms.UseStatusCodePages("text/plain; charset=utf-8", "Nothing was changed: this form is too old, or came from elsewhere ({0}). Open the page again and repeat what you did."));
        app.Use(SameOrigin.CheckAsync);
        PageAssets.Use(app);
        app.UseAntiforgery();

        var api = app.MapGroup("/api");
        api.MapDays();
        api.MapAlerts();
        api.MapImports();
        app.MapUpload();
        app.MapReadAgain();
        app.MapAlertForms();
        app.MapTrust();
        app.MapDiaryForms();
        app.MapRazorComponents<App>();
        return app;
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private static bool IsForm(HttpContext context) => !IsApi(context) && HttpMethods.IsPost(context.Request.Method);

    // A form that is too old or came from elsewhere is the sender's trouble, not ours.
    private static int StatusOf(Exception failure) => failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
