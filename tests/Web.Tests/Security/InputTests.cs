using System.Net.Sockets;
using System.Text;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>What somebody with bad intent writes into every box that the public has.</summary>
[Collection(ReadersPortal.Name)]
public sealed class InputTests(Support.Portal portal)
{
    private static readonly string[] Bad =
    [
        "' OR '1'='1", "1; DROP TABLE Entries --", "\" UNION SELECT * FROM Members --", "<script>alert('mark')</script>", "\"><img src=x onerror=mark()>", "'-mark()-'",
        "{{7*7}}${7*7}@(7*7)", "javascript:mark()", "../../../etc/passwd", "\0", "%", "%%%", "\r\nX-Mark: 1", "*:*", "title:(a OR", "((((((((", "-1", "99999999999999999999", "๙๙๙๙๙๙๙๙๙๙๙", "NaN",
    ];

    /// <summary>Pages and the parameters that they take.</summary>
    public static TheoryData<string, string> Parameters
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in (string[])["q", "type", "topic", "district", "base", "difficulty", "cost", "season", "soil", "part", "media", "sort", "near", "page"])
            {
                all.Add("/search", name);
            }

            foreach (var (path, name) in ((string, string)[])[("/api/search", "q"), ("/api/search", "size"), ("/api/suggest", "q"), ("/api/suggest", "size"), ("/lessons", "page"), ("/near", "near"), ("/", "near"), ("/sign-in", "back")])
            {
                all.Add(path, name);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Whatever_stands_in_a_parameter_is_text_or_nothing(string path, string name)
    {
        using var visitor = portal.Visitor();
        string[] queries = [.. Bad.Select(bad => $"{name}={Uri.EscapeDataString(bad)}"), $"{name}[]={name}&{name}=a&{name}=%ED%A0%80&{name}=", $"q=a&{name}=%FF%00{name}"];
        foreach (var query in queries)
        {
            var answer = await visitor.OnceAsync($"{path}?{query}");
            Assert.True(answer.Status is 200 or 400 or 404, $"{path}?{query} answers {answer.Status}.");
            Assert.Null(answer.Header("X-Mark"));
            if (answer.ContentHeaders.ContentType?.MediaType == "text/html")
            {
                MarkupTests.AssertClean(answer);
                Assert.DoesNotContain("<img src=x", answer.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("49${", answer.Html, StringComparison.Ordinal);
            }
            else
            {
                Assert.EndsWith("json", answer.ContentHeaders.ContentType?.MediaType, StringComparison.Ordinal);
                Assert.DoesNotContain("<script", answer.Html, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("header", 431)]
    [InlineData("headers", 431)]
    [InlineData("line", 414)]
    [InlineData("body", 400)]
    [InlineData("length", 400)]
    [InlineData("both", 400)]
    [InlineData("host", 400)]
    [InlineData("hosts", 400)]
    public async Task What_is_too_much_or_says_two_things_is_refused_before_it_is_read(string what, int status)
    {
        var host = $"Host: {portal.Address.Authority}\r\n";
        const string Get = "GET / HTTP/1.1\r\n";
        const string Post = "POST /display HTTP/1.1\r\n";
        var request = what switch
        {
            "header" => Get + host + "X: " + new string('a', 70_000) + "\r\n\r\n",
            "headers" => Get + host + string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: a\r\n")) + "\r\n",
            "line" => "GET /?" + new string('a', 140_000) + " HTTP/1.1\r\n" + host + "\r\n",
            "body" => Post + host + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999999\r\n\r\na=b",
            "length" => Post + host + "Content-Length: 3\r\nContent-Length: 5\r\n\r\na=b",
            "both" => Post + host + "Content-Length: 3\r\nTransfer-Encoding: nonsense\r\n\r\na=b",
            "host" => Get + "\r\n",
            _ => Get + host + "Host: evil.example\r\n\r\n",
        };
        using var socket = new TcpClient();
        await socket.ConnectAsync(portal.Address.Host, portal.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Refused while it was still being sent.
        }

        using var reader = new StreamReader(stream);
        Assert.StartsWith($"HTTP/1.1 {status} ", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_refused_in_Thai()
    {
        using var member = await portal.MemberAsync("สายใจ");
        var answer = await member.PostAsync("/studio/entries/new", Enumerable.Range(0, 2_500).Select(i => ($"f{i}", "")));
        Assert.Equal((413, "ข้อมูลใหญ่เกินไป"), (answer.Status, answer.Heading));
    }

    [Fact]
    public void A_caught_form_that_comes_back_changed_is_none()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"Path\":", 5_000)) + "1" + new string('}', 5_000);
        string[] changed = [deep, "null", "[]", "{", "\"\"", "{\"Path\":\"//evil.example\",\"Fields\":[]}", "{\"Path\":\"/studio/../x\",\"Fields\":[]}", "{\"Path\":\"/studio/a\"}", "{\"$type\":\"System.IO.FileInfo\",\"Path\":\"/a\",\"Fields\":[]}"];
        Assert.All(changed, json => Assert.Null(HeldForm.Parse(json)));
    }
}
