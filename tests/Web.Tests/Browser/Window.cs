using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>A browser window that remembers what went wrong in it: errors, violations of the policy, requests to other sites.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _troubles = new();

    private Window(IBrowserContext context, Uri address)
    {
        _context = context;
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _troubles.Enqueue($"{message.Location}: {message.Text}");
            }
        };
        context.WebError += (_, error) => _troubles.Enqueue(error.Error);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal))
            {
                _troubles.Enqueue($"request to {request.Url}");
            }
        };
    }

    public IPage Page { get; private set; } = null!;

    public IReadOnlyCollection<string> Troubles => _troubles;

    internal static async Task<Window> OpenAsync(IBrowserContext context, Uri address)
    {
        var window = new Window(context, address);
        window.Page = await context.NewPageAsync();
        return window;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    public async Task<IPage> GoAsync(string path)
    {
        await Page.GotoAsync(path);
        return Page;
    }

    /// <summary>Signs in as a seeded member.</summary>
    public async Task<IPage> SignInAsync(string name)
    {
        await Page.GotoAsync("/sign-in/development?back=/studio");
        await ClickAsync("button", name);
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("วันนี้");
        return Page;
    }

    /// <summary>Goes to the board of the one round.</summary>
    public async Task BoardAsync()
    {
        await GoAsync("/studio/rounds");
        await ClickAsync("a", "ดูกระดานทุกอำเภอ");
        await Assertions.Expect(Page.Locator("table.board")).ToBeVisibleAsync();
    }

    /// <summary>Ticks everything that a reviewer looks at, and approves.</summary>
    public async Task ApproveAsync()
    {
        foreach (var box in await Page.Locator("[name=Ticked]").AllAsync())
        {
            await box.CheckAsync();
        }

        await ClickAsync("button", "อนุมัติ");
        await Assertions.Expect(Page.Locator("[role=status]").First).ToContainTextAsync("อนุมัติแล้ว");
    }

    public Task ClickAsync(string element, string words) => Page.Locator(element, new PageLocatorOptions { HasText = words }).Filter(new LocatorFilterOptions { Visible = true }).First.ClickAsync();

    /// <summary>How far the page is wider than the screen, in pixels.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What a script in the page finds wrong, as sentences.</summary>
    public Task<string[]> FindAsync(string script) => Page.EvaluateAsync<string[]>(script);
}
