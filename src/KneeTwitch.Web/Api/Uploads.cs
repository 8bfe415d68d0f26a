using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Web.Pages.Imports;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KneeTwitch.Web.Api;

/// <summary>Takes an export in: streams it to the store, then accepts an import of it. Whoever runs imports finds it there.</summary>
internal sealed class Uploads(ExportStore store, ImportTable imports, WearerTable wearers, WearerDirectory directory, IAntiforgery antiforgery, ImportOptions options)
{
    /// <summary>What the first wearer is called, until they say otherwise.</summary>
    private const string FirstName = "me";

    /// <param name="context">Its body is the upload.</param>
    /// <param name="isForm">True for the page's form, which must bring its antiforgery token before the file.</param>
    /// <param name="cancel">Ends when the sender hangs up.</param>
    /// <returns>The import, or why there is none.</returns>
    public async Task<(Import? Import, UploadProblem? Problem)> TakeAsync(HttpContext context, bool isForm, CancellationToken cancel)
    {
        var most = options.MaximumBytes;
        if (context.Request.ContentLength > most)
        {
            return (null, UploadProblem.TooLarge(most));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        try
        {
            if (await Upload.OpenAsync(context.Request, cancel) is not { } upload)
            {
                return (null, UploadProblem.NoFile);
            }

            return isForm && !await IsOurFormAsync(context, upload) ? (null, UploadProblem.NotOurForm) : await StoreAsync(upload, cancel);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, UploadProblem.TooLarge(most));
        }
        catch (Exception broken) when (broken is BadHttpRequestException or InvalidDataException)
        {
            return (null, UploadProblem.Broken);
        }
        catch (ExportFormatException unusable)
        {
            return (null, new UploadProblem(StatusCodes.Status422UnprocessableEntity, unusable.Message));
        }
        catch (IOException)
        {
            return (null, UploadProblem.NotStored);
        }
    }

    private async Task<(Import? Import, UploadProblem? Problem)> StoreAsync(Upload upload, CancellationToken cancel)
    {
        if (await WearerOfAsync(upload.Wearer, cancel) is not { } wearerId)
        {
            return (null, UploadProblem.NoWearer);
        }

        if (upload.Zone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return (null, UploadProblem.NoZone);
        }

        if (upload.Format is { } format && !ExportReaders.Default.Knows(format))
        {
            return (null, UploadProblem.NoFormat);
        }

        var stored = await store.PutAsync(upload.Content, upload.FileName, cancel);
        return (await imports.AcceptAsync(wearerId, stored, upload.Zone, upload.Format, upload.Person, cancel), null);
    }

    // The token of a streamed form cannot be read by the middleware, which would keep the whole file for it; here it is checked as a header.
    private async Task<bool> IsOurFormAsync(HttpContext context, Upload upload)
    {
        context.Request.Headers["RequestVerificationToken"] = upload.Token;
        return await antiforgery.IsRequestValidAsync(context);
    }

    private async Task<Guid?> WearerOfAsync(string? asked, CancellationToken cancel)
    {
        if (asked is not null)
        {
            return (await wearers.FindAsync(asked, cancel))?.WearerId;
        }

        var all = await directory.ListAsync(cancel);
        return all.Count > 0 ? all[0].Id : (await wearers.CreateAsync(FirstName, MachineZone(), cancel)).WearerId;
    }

    private static string MachineZone() =>
        TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(TimeZoneInfo.Local.Id, out var iana) ? iana : "UTC";
}
