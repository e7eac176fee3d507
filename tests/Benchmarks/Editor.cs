using System.Net;
using System.Text.RegularExpressions;
using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Benchmarks;

/// <summary>Somebody who works in the Studio of a portal in Development.</summary>
internal sealed partial class Editor : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly HttpClient _http;
    private string _token = "";

    private Editor(Uri portal) =>
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = portal };

    /// <param name="name">As the page to sign in shows it.</param>
    public static async Task<Editor> SignInAsync(Uri portal, string name)
    {
        var editor = new Editor(portal);
        var choices = await editor.OpenAsync("/sign-in/development");
        var member = Button().Matches(choices).Single(button => WebUtility.HtmlDecode(button.Value).Contains(name, StringComparison.Ordinal));
        await editor.SendAsync("/sign-in/development", new Dictionary<string, string> { ["member"] = Value().Match(member.Value).Groups[1].Value });
        _ = await editor.OpenAsync("/studio/entries/new?type=article");
        return editor;
    }

    /// <returns>Address of the new text in the Studio.</returns>
    public Task<string> DraftAsync(string title, string body) => SendAsync("/studio/entries/new?type=article", new Dictionary<string, string>
    {
        ["act"] = "save",
        ["Form.Base"] = "0",
        ["Form.AreaCode"] = "3104",
        ["Form.Title"] = title,
        ["Form.Summary"] = "ดินดีขึ้นโดยไม่ต้องซื้อปุ๋ย",
        ["Form.Body"] = body,
    });

    /// <param name="verb"><c>submission</c> or <c>publication</c>.</param>
    public Task ActAsync(string draft, string verb) => SendAsync($"{draft}/{verb}", []);

    /// <summary>Ticks everything and approves.</summary>
    public Task ApproveAsync(string draft) => SendAsync($"{draft}/approval", Enum.GetNames<ReviewPoint>().Select(p => KeyValuePair.Create("Ticked", p)));

    public void Dispose() => _http.Dispose();

    private async Task<string> OpenAsync(string path)
    {
        var page = await _http.GetStringAsync(path);
        _token = Token().Match(page).Groups[1].Value;
        return page;
    }

    /// <returns>Where the portal sends the browser next.</returns>
    private async Task<string> SendAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(new(TokenField, _token)));
        using var answer = await _http.PostAsync(path, form);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? answer.Headers.Location!.OriginalString
            : throw new InvalidOperationException($"POST {path}: {(int)answer.StatusCode}");
    }

    [GeneratedRegex("<button[^>]*name=\"member\"[^>]*>.*?</button>", RegexOptions.Singleline)]
    private static partial Regex Button();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<input[^>]*name=\"" + TokenField + "\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
