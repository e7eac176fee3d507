using System.Net.Sockets;
using System.Text;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Security;

[Collection(ReadersPortal.Name)]
public sealed class MediaTests(Support.Portal portal)
{
    [Fact]
    public async Task A_drawing_opened_by_itself_can_do_nothing()
    {
        using var visitor = portal.Visitor();
        var drawing = await visitor.OnceAsync("/media/lime-in-ring/ring.svg");
        Assert.Equal(200, drawing.Status);
        Assert.Equal("image/svg+xml", drawing.ContentHeaders.ContentType!.MediaType);
        Assert.Equal("default-src 'none'; sandbox", drawing.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", drawing.Header("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("/media/../portal.db")]
    [InlineData("/media/%2e%2e/portal.db")]
    [InlineData("/media/..%2fportal.db")]
    [InlineData("/media/%2e%2e%2fportal.db")]
    [InlineData("/media/..\\portal.db")]
    [InlineData("/media/lime-in-ring/../../portal.db")]
    [InlineData("/media//etc/passwd")]
    [InlineData("/media/lime-in-ring/ring.svg%00.png")]
    [InlineData("/media/keys/")]
    [InlineData("/themes/../appsettings.json")]
    [InlineData("/KhokNongNa.Web.dll")]
    [InlineData("/content/README.md")]
    public async Task Nothing_but_pictures_is_served(string path)
    {
        // Sent as it stands: a client of the framework would tidy the path up.
        using var socket = new TcpClient();
        await socket.ConnectAsync(portal.Address.Host, portal.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {portal.Address.Authority}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("SQLite format", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_kind_in_the_folder_is_not_served()
    {
        await File.WriteAllTextAsync(Path.Combine(portal.DataFolder, "media", "page.html"), "<script>alert(1)</script>", TestContext.Current.CancellationToken);
        using var visitor = portal.Visitor();
        Assert.Equal(404, (await visitor.OnceAsync("/media/page.html")).Status);
    }
}
