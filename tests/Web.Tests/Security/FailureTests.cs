using System.Collections.Concurrent;
using KhokNongNa.Web.Tests.Processes;
using KhokNongNa.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>The portal breaks inside: what it says outside, and what it writes down.</summary>
[Collection(BrokenPortal.Name)]
public sealed class FailureTests(BrokenPortal.Fixture portal)
{
    private static readonly string[] Insides = ["Exception", "   at ", "SQLite", "no such table", "KhokNongNa.", ".cs:", "/work", "/home", "Entries", "Microsoft"];

    [Fact]
    public async Task A_failure_says_nothing_of_the_inside_and_the_log_nothing_of_what_was_typed()
    {
        using var log = new Notes();
        portal.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var member = await portal.MemberAsync("สายใจ");
        var form = await member.GetAsync("/studio/entries/new?type=article");
        await PortalFile.WriteAsync(portal.DataFolder, "ALTER TABLE Entries RENAME TO Gone");
        portal.Services.GetRequiredService<Search.SearchIndex>().Dispose();

        var page = await member.OnceAsync("/lessons?page=2&q=typedinquery");
        var search = await member.OnceAsync("/search?q=typedinquery");
        var api = await member.OnceAsync("/api/search?q=typedinquery");
        var post = await member.PressOnceAsync(form, "บันทึกร่าง", ("Form.Title", "typedinform"), ("Form.Body", "typedinform"));

        foreach (var answer in (Answer[])[page, search, post])
        {
            Assert.Equal((500, "ระบบขัดข้อง"), (answer.Status, answer.Heading));
        }

        Assert.Equal((500, "application/problem+json"), (api.Status, api.ContentHeaders.ContentType!.MediaType));
        foreach (var answer in (Answer[])[page, search, post, api])
        {
            Assert.DoesNotContain(Insides, word => answer.Html.Contains(word, StringComparison.Ordinal));
            Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Null(answer.Header("Server"));
        }

        // Now not even the page that tells of it can be made.
        await PortalFile.WriteAsync(portal.DataFolder, "ALTER TABLE Members RENAME TO Nobody");
        var last = await member.OnceAsync("/studio");
        Assert.Equal((500, "text/plain", "nosniff"), (last.Status, last.ContentHeaders.ContentType!.MediaType, last.Header("X-Content-Type-Options")));
        Assert.DoesNotContain(Insides, word => last.Html.Contains(word, StringComparison.Ordinal));

        // That it broke is known; what was typed is not.
        Assert.Contains(log.Lines, line => line.Contains("no such table", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("typedin", StringComparison.Ordinal));
    }

    private sealed class Notes : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
