using System.Net;
using KhokNongNa.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>Every route (page, form, API, file) with every kind of member, against the table in <c>Specs/authority.md</c>.</summary>
public sealed class AuthorityTests(AuthorityTests.Fixture portal) : IClassFixture<AuthorityTests.Fixture>
{
    // What somebody adds to a folder of assets while the portal runs.
    private const string DevelopmentAssets = "{**path:file}";

    private const string TokenField = "__RequestVerificationToken";

    // Who stands for a column; nobody is first.
    private static readonly string[] Actors = ["", "บุญมี", "คำปัน", "สมศรี", "กันยา", "สายใจ", "สมพร", "มานพ", "ประเสริฐ", "อรุณี", "สมนึก", "วิภา", "ธีระ"];

    /// <summary>Members and texts come and go here by the hundred.</summary>
    public sealed class Fixture : Support.Portal
    {
        private AuthoritySubjects? _subjects;

        internal async Task<AuthoritySubjects> SubjectsAsync() => _subjects ??= await AuthoritySubjects.BeginAsync(this);
    }

    [Fact]
    public async Task Every_route_has_a_row_and_every_row_a_route()
    {
        var routes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            routes.UnionWith((await MethodsAsync(endpoint)).Select(method => Name(endpoint, method)));
        }

        Assert.Equal(routes, AuthorityRow.Read().Select(r => r.Method == "GET" && r.Route == "(asset)" ? AuthorityRow.Assets : r.Endpoint).ToHashSet().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_kind_of_member_is_answered_as_the_table_says()
    {
        var subjects = await portal.SubjectsAsync();
        var browsers = new List<Browser>();
        foreach (var (actor, number) in Actors.Select((a, i) => (a, i)))
        {
            browsers.Add(await Browser.OpenAsync(portal, actor, IPAddress.Parse($"127.0.0.{number + 2}")));
        }

        var wrong = new List<string>();
        foreach (var row in AuthorityRow.Read())
        {
            var shared = row.Method == "GET" ? await AddressAsync(row, subjects) : null;
            for (var column = 0; column < browsers.Count; column++)
            {
                var (address, fields) = (shared ?? await AddressAsync(row, subjects), await row.FieldsAsync(subjects.ValueAsync));
                var before = await HeadAsync();
                var answer = await browsers[column].AskAsync(row.Method, address, fields);
                var told = Say(answer, await HeadAsync() > before);
                if (told != row.Answers[column] || (answer.Status == 404 && answer.Html.Contains(AuthoritySubjects.Mark, StringComparison.Ordinal)))
                {
                    wrong.Add($"{row.Line}: {row.Method} {row.Route} {row.Sent} as «{AuthorityRow.Columns[column]}»: {told}, not {row.Answers[column]}");
                }

                if (row.Method == "POST" && row.Route.Contains("sign-out", StringComparison.Ordinal))
                {
                    browsers[column].Dispose();
                    browsers[column] = await Browser.OpenAsync(portal, Actors[column], IPAddress.Parse($"127.0.0.{column + 2}"));
                }
            }
        }

        browsers.ForEach(b => b.Dispose());
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_page_that_takes_no_form_writes_nothing_when_it_gets_one()
    {
        using var administrator = await Browser.OpenAsync(portal, "ธีระ", IPAddress.Loopback);
        var rows = AuthorityRow.Read();
        var forms = rows.Where(r => r.Method == "POST").Select(r => AuthorityRow.Template(r.Route)).ToHashSet();
        var subjects = await portal.SubjectsAsync();
        foreach (var row in rows.Where(r => !forms.Contains(AuthorityRow.Template(r.Route)) && r.Route != "(asset)"))
        {
            var address = await AddressAsync(row, subjects);
            var before = await HeadAsync();
            var answer = await administrator.AskAsync("POST", address, []);
            Assert.True(await HeadAsync() == before && answer.Status is 404 or 405, $"POST {row.Route}: {answer.Status}");
        }
    }

    private static async Task<string> AddressAsync(AuthorityRow row, AuthoritySubjects subjects) =>
        row.Route == "(asset)" ? "/themes/default/assets/site.css" : await row.AddressAsync((_, value) => subjects.ValueAsync(value));

    private static string Say(Answer answer, bool isWritten) => answer switch
    {
        { Status: 200 or 302 } when isWritten => "done",
        { Status: 302 } when answer.Location!.Contains("/sign-in?back=", StringComparison.Ordinal) => "sign-in",
        { Status: 200, Heading: "เข้าสู่ระบบอีกครั้ง" } => "held",
        _ => isWritten ? $"{answer.Status} and written" : $"{answer.Status}",
    };

    private Task<long> HeadAsync() => portal.AskAsync(db => db.Journal.MaxAsync(h => h.Seq));

    private static string Name(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == DevelopmentAssets ? AuthorityRow.Assets : $"{method} {AuthorityRow.Template(endpoint.RoutePattern.RawText!)}";

    private async Task<IEnumerable<string>> MethodsAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>()?.SuppressMatching == true)
        {
            return [];
        }

        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var compiled = await portal.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
            return compiled.HandlerMethods.Any(h => h.HttpMethod == "Post") ? ["GET", "POST"] : ["GET"];
        }

        return endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(m => m != "HEAD") ?? ["ANY"];
    }

    /// <summary>A browser of one member, at an address of its own: one address may not sign in so often.</summary>
    private sealed class Browser(Visitor visitor) : IDisposable
    {
        private string _token = "";

        public static async Task<Browser> OpenAsync(Support.Portal portal, string actor, IPAddress from)
        {
            var visitor = new Visitor(portal.Address, from);
            var choices = await visitor.GetAsync("/sign-in/development");
            if (actor.Length > 0)
            {
                await visitor.PostAsync("/sign-in/development", [(TokenField, choices.Value(TokenField)), ("member", (await portal.MemberIdAsync(actor)).ToString())]);
            }

            var page = await visitor.GetAsync(actor.Length > 0 ? "/account" : "/sign-in");
            Assert.Equal(actor.Length > 0 ? "บัญชีของฉัน" : "เข้าสู่ระบบ", page.Heading);
            return new(visitor) { _token = page.Value(TokenField) };
        }

        public Task<Answer> AskAsync(string method, string address, List<(string Name, string Value)> fields) =>
            method == "GET" ? visitor.OnceAsync(address) : visitor.PostAsync(address, [.. fields, (TokenField, _token)]);

        public void Dispose() => visitor.Dispose();
    }
}
