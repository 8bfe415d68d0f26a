using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace KneeTwitch.Web;

/// <summary>Style, script and logo, out of this assembly.</summary>
internal static class PageAssets
{
    private static readonly EmbeddedFileProvider Files = new(typeof(PageAssets).Assembly, "KneeTwitch.Web.wwwroot");

    /// <summary>The address of the style sheet; changes with its content, so that it can be kept for ever.</summary>
    public static string Style { get; } = Address("app.css");

    /// <summary>The address of the script.</summary>
    public static string Script { get; } = Address("app.js");

    /// <summary>The address of the logo.</summary>
    public static string Logo { get; } = Address("logo.svg");

    public static void Use(IApplicationBuilder app) =>
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = Files,
            RequestPath = "/assets",
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });

    private static string Address(string name)
    {
        using var content = Files.GetFileInfo(name).CreateReadStream();
        return $"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }
}
