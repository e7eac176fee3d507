using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Dom;

namespace KhokNongNa.Web.Tests.Support;

/// <summary>A browser without script: keeps cookies, follows redirects, fills forms.</summary>
public sealed class Visitor : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient _client;

    /// <param name="from">The address it comes from; <c>null</c> → the usual one.</param>
    public Visitor(Uri address, IPAddress? from = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
        if (from is not null)
        {
            handler.ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

#pragma warning disable CA2000, CA5399 // The client owns its handler; nothing is encrypted here that could be revoked.
        _client = new HttpClient(handler) { BaseAddress = address };
#pragma warning restore CA2000, CA5399
    }

    public CookieContainer Cookies { get; } = new();

    public string Origin => _client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public void Dispose() => _client.Dispose();

    /// <summary>Opens a page and goes where it leads.</summary>
    public async Task<Answer> GetAsync(string path) => await FollowAsync(await OnceAsync(path));

    /// <summary>Opens an address and looks at the first answer.</summary>
    public Task<Answer> OnceAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    /// <summary>Follows the link that says this.</summary>
    public Task<Answer> ClickAsync(Answer page, string words) => GetAsync(page.Link(words));

    /// <summary>Fills in the form around a button and presses it; what is not named stays as the page has it.</summary>
    public async Task<Answer> PressAsync(Answer page, string button, params (string Name, string? Value)[] fields) =>
        await FollowAsync(await PressOnceAsync(page, button, fields));

    public Task<Answer> PressOnceAsync(Answer page, string button, params (string Name, string? Value)[] fields)
    {
        var pressed = page.Document.QuerySelectorAll("button").OfType<IHtmlButtonElement>()
            .FirstOrDefault(b => !b.HasAttribute("aria-hidden") && Answer.Squeeze(b.TextContent).Contains(button, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button «{button}» on {page.Path} ({page.Status} {page.Heading}): {string.Join(" | ", page.Buttons())}");
        var form = pressed.Form ?? throw new InvalidOperationException($"«{button}» stands in no form.");
        var filled = Forms.Fill(form, fields);
        if (pressed.Name is { Length: > 0 } name)
        {
            filled.Add((name, pressed.Value));
        }

        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page.Path;
        return form.Method == "post"
            ? PostAsync(action, filled)
            : OnceAsync(action.Split('?')[0] + "?" + string.Join('&', filled.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}")));
    }

    /// <summary>Sends a form as this portal's own page would.</summary>
    public Task<Answer> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        foreach (var (name, value) in headers.Length > 0 ? headers : [("Origin", Origin), ("Sec-Fetch-Site", "same-origin")])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    /// <summary>Chooses a file in the form around a button and presses it, as a browser sends a form with files.</summary>
    public async Task<Answer> UploadAsync(Answer page, string button, byte[] file, string name, params (string Name, string? Value)[] fields)
    {
        var form = page.Document.QuerySelectorAll("form[enctype='multipart/form-data']").OfType<IHtmlFormElement>().Single(f => f.TextContent.Contains(button, StringComparison.Ordinal));
        var chosen = form.QuerySelector("input[type=file]")!;
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in Forms.Fill(form, fields))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(file), chosen.GetAttribute("name")!, name);
        var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")!) { Content = content };
        request.Headers.TryAddWithoutValidation("Origin", Origin);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return await FollowAsync(await SendAsync(request));
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            // Sending makes the address absolute.
            var path = request.RequestUri!.OriginalString;
            var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            return new Answer(response, path, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    private async Task<Answer> FollowAsync(Answer answer)
    {
        for (var i = 0; answer.Location is { } next; i++)
        {
            Assert.True(i < MostRedirects, $"{answer.Path} leads round in circles.");
            answer = await OnceAsync(Uri.TryCreate(next, UriKind.Absolute, out var absolute) && absolute.Scheme == "http" ? absolute.PathAndQuery : next);
        }

        return answer;
    }
}
