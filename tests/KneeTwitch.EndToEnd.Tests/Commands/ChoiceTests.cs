using System.IO.Compression;
using System.Text.Json;

namespace KneeTwitch.EndToEnd.Tests.Commands;

/// <summary>Exports that leave something to choose: whose rows, and which formats.</summary>
public sealed class ChoiceTests(DataFolder data) : IClassFixture<DataFolder>
{
    private const string Study =
        "Id,ActivityDate,TotalSteps,TotalDistance,TrackerDistance,LoggedActivitiesDistance,VeryActiveDistance,ModeratelyActiveDistance,LightActiveDistance,SedentaryActiveDistance,VeryActiveMinutes,FairlyActiveMinutes,LightlyActiveMinutes,SedentaryMinutes,Calories\n"
        + "1503,3/1/2026,9000,6.1,6.1,0,1,1,4.1,0,25,13,328,728,1985\n1624,3/1/2026,4000,2.6,2.6,0,0,0,2.6,0,0,0,217,1223,1776\n";

    [Fact]
    public async Task Of_a_file_of_several_people_the_one_that_is_named_is_read_and_nobody_is_guessed()
    {
        var study = data.File("dailyActivity_merged.csv");
        await File.WriteAllTextAsync(study, Study, TestContext.Current.CancellationToken);

        var nobody = await KneeTwitchProcess.RunAsync(data.Path, ["import", "--json", study]);
        var inspected = await KneeTwitchProcess.RunAsync(data.Path, ["inspect", "--person", "1624", "--json", study]);
        var named = await KneeTwitchProcess.RunAsync(data.Path, ["import", "--person", "1624", "--json", study]);

        Assert.NotEqual(0, nobody.ExitCode);
        Assert.Contains("1503, 1624", nobody.Output + nobody.Error, StringComparison.Ordinal);
        Assert.True(inspected.ExitCode == 0, inspected.Error);
        var file = Assert.Single(JsonDocument.Parse(inspected.Output).RootElement.GetProperty("files").EnumerateArray());
        Assert.Equal(4_000, file.GetProperty("metrics").GetProperty("vendor_steps").GetProperty("sum").GetDouble());
        Assert.True(named.ExitCode == 0, named.Error);
        var import = Assert.Single(JsonDocument.Parse(named.Output).RootElement.GetProperty("imports").EnumerateArray());
        Assert.Equal(file.GetProperty("readings").GetInt64(), import.GetProperty("new").GetInt64());
    }

    [Fact]
    public async Task Two_formats_in_one_export_are_both_read_and_the_second_time_nothing_is_new()
    {
        var path = data.File("everything.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create, TestContext.Current.CancellationToken))
        {
            await zip.CreateEntryFromFileAsync(TinyExport.WriteZip(data.File("apple.zip")), "apple.zip", TestContext.Current.CancellationToken);
            await using var text = new StreamWriter(await zip.CreateEntry("garmin/DI_CONNECT/UDSFile_1.json").OpenAsync(TestContext.Current.CancellationToken));
            await text.WriteAsync("""[{"calendarDate":"2026-03-01","totalSteps":1400}]""");
        }

        var first = await ImportAsync(path);
        var second = await ImportAsync(path);

        Assert.Equal(("apple-health+garmin-connect-export", 6L, 0L), first);
        Assert.Equal(("apple-health+garmin-connect-export", 0L, 6L), second);
    }

    private async Task<(string? Format, long New, long Known)> ImportAsync(string path)
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["import", "--json", path]);
        Assert.True(ran.ExitCode == 0, ran.Error);
        var import = Assert.Single(JsonDocument.Parse(ran.Output).RootElement.GetProperty("imports").EnumerateArray());
        return (import.GetProperty("format").GetString(), import.GetProperty("new").GetInt64(), import.GetProperty("known").GetInt64());
    }
}
