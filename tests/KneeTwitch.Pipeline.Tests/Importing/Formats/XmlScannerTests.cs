using System.Text;
using System.Xml;
using CsCheck;
using KneeTwitch.Pipeline.Importing.Formats;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats;

public class XmlScannerTests
{
    private static readonly string[] Names = ["type", "value", "unit", "sourceName", "startDate", "key"];

    private static readonly Gen<string> GenSpace = OneOf(" ", "  ", "\n ", "\t", " \r\n");

    private static readonly Gen<string> GenValue = Gen.OneOf(
        Gen.Char["abc ÄßŻ中€>-/=.0123456789"].Array[0, 12].Select(letters => new string(letters)),
        OneOf("a & b", "<<HKDevice: 0x1>, model:Watch>", "\"quoted\"", "it's", "]]>", "-->", "🏃"));

    private static readonly Gen<string> GenElement = Gen.Select(
        OneOf("Record", "Workout", "Me", "MetadataEntry"),
        Gen.Shuffle(Names, 0, Names.Length),
        GenValue.Array[Names.Length],
        GenSpace.Array[Names.Length],
        Gen.Bool.Array[Names.Length],
        OneOf("/>", " />", "></", ">text<!-- <Record a='b'/> --></", "><![CDATA[ <Record/> ]]></", "><inner/></"),
        (name, attributes, values, spaces, quotes, close) =>
        {
            var tag = new StringBuilder("<").Append(name);
            for (var i = 0; i < attributes.Length; i++)
            {
                var (quote, value) = quotes[i] ? ('"', Escape(values[i], '"')) : ('\'', Escape(values[i], '\''));
                tag.Append(spaces[i]).Append(attributes[i]).Append(quotes[i] ? "=" : " = ").Append(quote).Append(value).Append(quote);
            }

            return tag.Append(close).Append(close.EndsWith("</", StringComparison.Ordinal) ? $"{name}>" : "").ToString();
        });

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(choice => choices[choice]);

    [Fact]
    public void It_sees_in_well_formed_files_what_XmlReader_sees() =>
        GenElement.Array[0, 12].Select(elements => $"<?xml version=\"1.0\"?>\n<Root>\n{string.Join('\n', elements)}\n</Root>")
            .Sample(xml => Assert.Equal(ByXmlReader(xml), ByScanner(Encoding.UTF8.GetBytes(xml), 1 << 16)));

    [Fact]
    public void Any_size_of_blocks_gives_the_same_tags() =>
        Gen.Select(GenElement.Array[1, 6], Gen.Int[1, 90])
            .Sample((elements, size) =>
            {
                var xml = Encoding.UTF8.GetBytes($"<Root>{string.Concat(elements)}</Root>");
                Assert.Equal(ByScanner(xml, xml.Length), ByScanner(xml, size));
            });

    [Fact]
    public void Any_bytes_at_all_come_to_an_end_without_an_exception() =>
        Gen.OneOf(OneOf((byte)'<', (byte)'>', (byte)'"', (byte)'&', (byte)'!', (byte)'-', (byte)'?', (byte)'/', (byte)'='), Gen.Byte).Array[0, 300]
            .Sample(bytes => Assert.True(ByScanner(bytes, 7).Count <= bytes.Length + 1));

    [Theory]
    [InlineData("<a x='1' x='2'/>", "Empty a x=1 x=1")]
    [InlineData("<a x='&#65;&#x42;&amp;&unknown;&#11;'/>", "Empty a x=AB&&unknown;\u000b")]
    [InlineData("<a x='1\u000b2'/>", "Empty a x=1\u000b2")]
    [InlineData("<a Date of Birth='1'/>", "Empty a Date of Birth=1")]
    [InlineData("<a x=1/><b/>", "Malformed|Empty b")]
    [InlineData("<a x='1 y='2'/>\n<b x=\"3\"/>", "Malformed|Empty b x=3")]
    [InlineData("<a x='1\n<b x='2'/>", "Malformed|Empty b x=2")]
    [InlineData("<a x='1'", "Truncated")]
    public void Damage_stays_where_it_is(string xml, string tokens) =>
        Assert.Equal(tokens, string.Join('|', ByScanner(Encoding.UTF8.GetBytes(xml), 5)));

    [Fact]
    public void A_document_type_without_its_closing_brackets_is_passed_over()
    {
        const string xml = "<!DOCTYPE HealthData [\n<!-- Version: 12 ] > -->\n<!ELEMENT Vision (A|B)>\n<!ATTLIST Vision\n  type CDATA #REQUIRED\n<!ELEMENT Eye EMPTY>\n]>\n<Root/>";

        Assert.Equal(["Comment Version: 12 ] > ", "Empty Root"], ByScanner(Encoding.UTF8.GetBytes(xml), 11).Select(token => token.Replace("Comment  ", "Comment ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_tag_without_end_costs_no_more_memory_than_its_bound()
    {
        var scanner = new XmlScanner();
        var tokens = new List<XmlToken>();
        var block = new byte[1 << 16];
        Array.Fill(block, (byte)'a');
        scanner.Append("<Record value=\""u8);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 200; i++)
        {
            scanner.Append(block);
            while (scanner.Read())
            {
                tokens.Add(scanner.Token);
            }
        }

        Assert.Equal([XmlToken.TooLong], tokens);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * XmlScanner.LongestTag);
    }

    private static List<string> ByScanner(byte[] xml, int blockBytes)
    {
        var scanner = new XmlScanner();
        var tokens = new List<string>();
        for (var at = 0; at <= xml.Length; at += blockBytes)
        {
            scanner.Append(xml.AsSpan(at, Math.Min(blockBytes, xml.Length - at)));
            if (at + blockBytes > xml.Length)
            {
                scanner.Complete();
            }

            while (scanner.Read())
            {
                tokens.Add(Describe(scanner));
            }
        }

        return tokens;
    }

    private static string Describe(XmlScanner scanner)
    {
        if (scanner.Token is XmlToken.Comment)
        {
            return scanner.Name.IndexOf("Record"u8) >= 0 ? "Comment" : $"Comment {Encoding.UTF8.GetString(scanner.Name)}";
        }

        var text = new StringBuilder(scanner.Token.ToString());
        if (scanner.Token is XmlToken.Start or XmlToken.Empty or XmlToken.End)
        {
            text.Append(' ').Append(Encoding.UTF8.GetString(scanner.Name));
            foreach (var (name, value) in scanner.Attributes())
            {
                text.Append(' ').Append(name).Append('=').Append(value);
            }
        }

        return text.ToString();
    }

    private static List<string> ByXmlReader(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        var tokens = new List<string>();
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.EndElement)
            {
                tokens.Add($"End {reader.Name}");
            }
            else if (reader.NodeType is XmlNodeType.Comment)
            {
                tokens.Add("Comment");
            }
            else if (reader.NodeType is XmlNodeType.Element)
            {
                var text = new StringBuilder(reader.IsEmptyElement ? "Empty " : "Start ").Append(reader.Name);
                while (reader.MoveToNextAttribute())
                {
                    text.Append(' ').Append(reader.Name).Append('=').Append(reader.Value);
                }

                tokens.Add(text.ToString());
            }
        }

        return tokens;
    }

    private static string Escape(string value, char quote) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&#60;", StringComparison.Ordinal)
        .Replace(quote.ToString(), quote == '"' ? "&quot;" : "&#x27;", StringComparison.Ordinal);
}
