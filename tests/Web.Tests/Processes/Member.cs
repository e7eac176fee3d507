using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>Somebody at a browser of their own. Stays signed in while portals come and go at the same data folder.</summary>
internal sealed class Member : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly HttpClient _http;
    private Uri _portal;
    private string _token = "";

    private Member(Uri portal)
    {
        _portal = portal;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="name">As the page to sign in shows it.</param>
    public static async Task<Member> SignInAsync(Uri portal, string name)
    {
        var member = new Member(portal);
        var choices = await member.PageAsync("/sign-in/development");
        var button = choices.QuerySelectorAll("button[name=member]").Single(b => b.TextContent.Contains(name, StringComparison.Ordinal));
        member._token = Token(choices);
        await member.PostAsync("/sign-in/development", new Dictionary<string, string>() { ["member"] = button.GetAttribute("value")! });
        member._token = Token(await member.PageAsync("/studio/entries/new?type=article"));
        return member;
    }

    /// <summary>The portal came back at another address; cookies and the open form are the old ones.</summary>
    public void GoTo(Uri portal) => _portal = portal;

    public async Task<IDocument> PageAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_portal, path), Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"GET {path}: {(int)answer.StatusCode}");
        return await BrowsingContext.New().OpenAsync(page => page.Content(text), Stop);
    }

    /// <summary>Saves a new text.</summary>
    /// <returns>Its id; the portal has promised that it is kept.</returns>
    public async Task<Guid> DraftAsync(string type, Dictionary<string, string> fields)
    {
        var next = await PostAsync($"/studio/entries/new?type={type}", new Dictionary<string, string>(fields) { ["act"] = "save", ["Form.Base"] = "0", ["Form.AreaCode"] = "3104" });
        return Guid.ParseExact(next.Split('/')[^1], "D");
    }

    /// <summary><c>submission</c> or <c>publication</c>.</summary>
    public Task ActAsync(Guid entry, string verb) => PostAsync($"/studio/entries/{entry}/{verb}", []);

    /// <summary>Ticks everything and approves.</summary>
    public Task ApproveAsync(Guid entry) => PostAsync($"/studio/entries/{entry}/approval", Enum.GetNames<ReviewPoint>().Select(p => KeyValuePair.Create("Ticked", p)));

    public void Dispose() => _http.Dispose();

    /// <returns>Where the portal sends the browser next.</returns>
    private async Task<string> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(new(TokenField, _token)));
        using var answer = await _http.PostAsync(new Uri(_portal, path), form, Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"POST {path}: {(int)answer.StatusCode}");
        return answer.Headers.Location!.OriginalString;
    }

    private static string Token(IDocument page) => page.QuerySelector($"input[name={TokenField}]")!.GetAttribute("value")!;
}
