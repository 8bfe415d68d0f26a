using System.Text;
using System.Text.Json;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Formats;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats;

public sealed class JsonItemsTests
{
    private readonly ReadingContext context = Given.Context();

    [Theory]
    [InlineData("", "[{\"v\":1},{\"v\":2}]")]
    [InlineData("", "\uFEFF[{\"v\":1},{\"v\":2},]")]
    [InlineData("", "{\"v\":1}\n{\"v\":2}\n")]
    [InlineData("", "// made by hand\n[{\"v\":1}, /* and */ {\"v\":2}]")]
    [InlineData("data.metrics", "{\"a\":{\"metrics\":[9]},\"data\":{\"x\":[[3]],\"metrics\":[{\"v\":1},{\"v\":2}],\"y\":{\"metrics\":[7]}}}")]
    [InlineData("m[].d", "{\"m\":[{\"d\":[{\"v\":1}]},{\"n\":0,\"d\":[{\"v\":2}]}]}")]
    public async Task Items_are_found_where_they_are_asked_for(string path, string json)
    {
        var items = await ReadAsync(Given.Entry(json), path);

        Assert.Equal([1d, 2d], items.Select(item => item.Value.Number("v")));
        Assert.Equal(0, context.Rejects.Count);
    }

    [Fact]
    public async Task An_item_knows_what_was_said_around_it()
    {
        var items = await ReadAsync(Given.Entry("{\"app\":\"x\",\"m\":[{\"name\":\"steps\",\"d\":[1]},{\"name\":\"water\",\"big\":null,\"d\":[2]}]}"), "m[].d");

        Assert.Equal(["steps", "water"], items.Select(item => item.Owner["name"]));
        Assert.Equal("x", items[0].Owner["app"]);
    }

    [Fact]
    public async Task An_object_is_the_one_item_of_its_path_and_several_paths_are_read_at_once()
    {
        var items = await JsonItems
            .ReadAsync(Given.Entry("{\"user\":{\"v\":1},\"log\":[{\"v\":2}]}"), ["", "user", "log"], context, JsonOptions.Default, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("user", 1d), ("log", 2d)], items.Select(item => (item.Path, item.Value.Number("v") ?? 0)));
    }

    [Fact]
    public async Task Large_files_are_read_in_small_parts_that_may_break_anywhere()
    {
        var json = new StringBuilder("{\"skip\":[").AppendJoin(',', Enumerable.Range(0, 20_000)).Append("],\"log\":[");
        json.AppendJoin(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"v\":{i},\"t\":\"{new string('ä', i % 50)}\"}}")).Append("]}");
        var bytes = Encoding.UTF8.GetBytes(json.ToString());
        var entry = new ExportEntry("big.json", bytes.Length, _ => ValueTask.FromResult<Stream>(new Dripping(bytes)));

        var items = await ReadAsync(entry, "log");

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (double)i), items.Select(item => item.Value.Number("v") ?? -1));
        Assert.Equal(bytes.Length, context.Progress.Consumed);
        Assert.Equal('{', (char)bytes[items[^1].At]);
    }

    [Theory]
    [InlineData("[{\"v\":1},{\"v\":2},{\"v\":")]
    [InlineData("[{\"v\":1},{\"v\":2},\u0001")]
    [InlineData("[{\"v\":1},{\"v\":2},{\"v\":NaN},{\"v\":3}]")]
    public async Task What_came_before_damage_stays(string json)
    {
        var items = await ReadAsync(Given.Entry(json, "a.json"), "");

        Assert.Equal([1d, 2d], items.Select(item => item.Value.Number("v")));
        Assert.StartsWith("a.json, byte ", Assert.Single(context.Rejects.All).First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_line_costs_one_line_where_every_line_is_a_value()
    {
        const string Json = "{\"v\":1}\n{\"v\":\nnothing at all\n{\"v\":\"x\n\n{\"v\":2}\n{\"v\":3}\n{\"v\":4";

        var items = await JsonItems.ReadAsync(Given.Entry(Json), [""], context, JsonOptions.Lines, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1d, 2d, 3d], items.Select(item => item.Value.Number("v")));
        Assert.Equal(4, context.Rejects.Count);
    }

    [Fact]
    public async Task An_item_that_is_too_large_is_passed_over()
    {
        var json = $"[{{\"v\":1}},{{\"v\":[{string.Join(',', Enumerable.Range(0, 100_000))}]}},{{\"v\":3}}]";

        var items = await JsonItems
            .ReadAsync(Given.Entry(json), [""], context, new JsonOptions { MostItemBytes = 100_000 }, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1d, 3d], items.Select(item => item.Value.Number("v")));
        Assert.Equal(1, context.Rejects.Count);
    }

    [Fact]
    public async Task Depth_has_an_end()
    {
        var items = await ReadAsync(Given.Entry($"[1,{new string('[', 100_000)}"), "");

        Assert.Single(items);
        Assert.Equal(1, context.Rejects.Count);
    }

    [Fact]
    public async Task Half_a_letter_does_not_reach_a_reader()
    {
        byte[] raw = [.. "[\"a\",{\"t\":\"\\ud83d\"},\""u8, 0xC3, .. "\",\"b\"]"u8];

        var items = await ReadAsync(Given.Entry(raw), "");

        Assert.Equal(["a", "b"], items.Select(item => item.Value.AsText()));
        Assert.Equal(2, context.Rejects.Count);
    }

    [Fact]
    public async Task Sixteen_bit_text_and_empty_files_are_read_too()
    {
        byte[] wide = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("[{\"v\":1}]")];

        Assert.Equal(1, Assert.Single(await ReadAsync(Given.Entry(wide), "")).Value.Number("v"));
        Assert.Empty(await ReadAsync(Given.Entry(""), ""));
    }

    [Fact]
    public void Fields_of_another_kind_say_nothing_and_numbers_may_be_quoted()
    {
        var item = JsonElement.Parse("{\"n\":\"1.5\",\"w\":\"7\",\"big\":1e400,\"s\":\"\",\"o\":{},\"z\":null,\"f\":\"true\",\"twice\":1,\"twice\":2}");

        Assert.Equal((1.5, 7L, true, 2d), (item.Number("n"), item.Whole("w"), item.Flag("f"), item.Number("twice")));
        Assert.Equal([null, null, null, null], new[] { item.Number("big"), item.Number("o"), item.Number("z"), item.Number("none") });
        Assert.Equal([null, null, "1.5"], new[] { item.Text("s"), item.Text("o"), item.Text("n") });
        Assert.Empty(item.Items("o"));
        Assert.Null(JsonElement.Parse("[1]").Number("n"));
    }

    [Fact]
    public void The_head_of_a_file_tells_its_names()
    {
        var head = "{\"data\":{\"metrics\":[{\"name\":\"a\",\"data\":[{\"date\":1}]},{\"other\":1}]},\"app\":\"x\",\"cut"u8.ToArray();

        Assert.Equal(["app", "data"], JsonHead.TopLevelKeys(head).Order());
        Assert.Equal(["data", "name"], JsonHead.FirstItemKeys(head, "data.metrics").Order());
        Assert.Equal(["a"], JsonHead.FirstItemKeys("[{\"a\":1},{\"b\":2}]"u8.ToArray()));
        Assert.Equal(["a"], JsonHead.FirstItemKeys("{\"a\":1}\n{\"b\":2}"u8.ToArray()));
        Assert.Empty(JsonHead.TopLevelKeys("a,b\n1,2"u8.ToArray()));
        Assert.True(JsonHead.IsJson("\uFEFF [1"u8.ToArray()));
    }

    private Task<List<JsonItem>> ReadAsync(ExportEntry entry, string path) =>
        JsonItems.ReadAsync(entry, path, context, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask();

    private sealed class Dripping(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1_021)], cancellationToken);
    }
}
