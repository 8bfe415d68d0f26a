using System.Text;
using KneeTwitch.Web.Api;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace KneeTwitch.Web.Tests.Api;

public class UploadTests
{
    [Fact]
    public async Task Fields_before_the_file_are_read_and_the_file_is_left_on_the_wire()
    {
        var form = new MultipartFormDataContent { { new StringContent("token-1"), "__RequestVerificationToken" }, { new StringContent("anna"), "wearer" }, { new StringContent("1503"), "person" }, { new StringContent("the file"), "file", "Export.zip" } };

        var upload = await OpenAsync(form);

        Assert.NotNull(upload);
        Assert.Equal(("Export.zip", "anna", "token-1", "1503"), (upload.FileName, upload.Wearer, upload.Token, upload.Person));
        Assert.Equal("the file", await new StreamReader(upload.Content).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("C:\\\\Users\\\\anna\\\\export.zip")]
    [InlineData("../../etc/export.zip")]
    public async Task A_path_in_the_name_is_dropped(string name)
    {
        var form = new MultipartFormDataContent { { new StringContent("x"), "file", name } };

        Assert.Equal("export.zip", (await OpenAsync(form))?.FileName);
    }

    [Fact]
    public async Task A_form_without_a_file_is_no_upload() =>
        Assert.Null(await OpenAsync(new MultipartFormDataContent { { new StringContent("anna"), "wearer" } }));

    [Fact]
    public async Task A_field_that_does_not_end_is_refused()
    {
        var form = new MultipartFormDataContent { { new StringContent(new string('a', 5000)), "wearer" }, { new StringContent("x"), "file", "a.zip" } };

        await Assert.ThrowsAsync<InvalidDataException>(() => OpenAsync(form));
    }

    [Fact]
    public async Task A_bare_file_says_the_rest_in_the_address()
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/zip";
        context.Request.QueryString = new QueryString("?name=a.zip&wearer=anna&zone=Europe/Berlin&format=fitabase-csv&person=1503");
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes("zip"));

        var upload = await Upload.OpenAsync(context.Request, TestContext.Current.CancellationToken);

        Assert.Equal(("a.zip", "anna", "Europe/Berlin"), (upload?.FileName, upload?.Wearer, upload?.Zone));
        Assert.Equal(("fitabase-csv", "1503"), (upload?.Format, upload?.Person));
    }

    private static async Task<Upload?> OpenAsync(MultipartFormDataContent form)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = form.Headers.ContentType?.ToString();
        context.Request.Body = await form.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return await Upload.OpenAsync(context.Request, TestContext.Current.CancellationToken);
    }
}
