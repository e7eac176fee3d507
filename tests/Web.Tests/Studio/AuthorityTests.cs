using KhokNongNa.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Every route of the Studio against every kind of member, on a text of district 3104 that its author has sent for review.</summary>
[Collection(WritersPortal.Name)]
public sealed class AuthorityTests(Support.Portal portal)
{
    private const int Moved = 302;

    private static readonly string[] Members = ["", "สายใจ", "มานพ", "กันยา", "ประเสริฐ", "อรุณี", "ธีระ"];

    // What a GET answers, in the order of Members: nobody, author, own head, other recorder, other head, province, administrator;
    // then the same for a POST with a good token: 303 stands for «done, or refused in words», which leads back to a page.
    private static readonly Dictionary<string, (int[] Get, int[] Post)> Table = new()
    {
        ["studio"] = (All(200), Nothing),
        // Who does not run the portal does not find it; without the typed word it says so and does nothing.
        ["studio/synthetic"] = ([Moved, 404, 404, 404, 404, 404, 200], [0, 404, 404, 404, 404, 404, 200]),
        ["studio/sign-out"] = (All(Moved), All(Moved)),
        ["studio/entries"] = (All(200), Nothing),
        ["studio/entries/new"] = (All(200), All(200)),
        ["studio/entries/{id:guid}"] = (Own(200), Nothing),
        ["studio/entries/{id:guid}/edit"] = (Own(200), Own(200)),
        ["studio/entries/{id:guid}/revisions/{number:int}"] = (Own(200), Nothing),
        // Who may not review does not find the page to return a text with.
        ["studio/entries/{id:guid}/return"] = ([Moved, 404, 200, 404, 404, 200, 200], [0, 404, 200, 404, 404, 200, 200]),
        ["studio/entries/{id:guid}/submission"] = (All(Moved), Own(Moved)),
        ["studio/entries/{id:guid}/approval"] = (All(Moved), Own(Moved)),
        ["studio/entries/{id:guid}/publication"] = (All(Moved), Own(Moved)),
        ["studio/entries/{id:guid}/archiving"] = (All(Moved), Own(Moved)),
        ["studio/roles"] = (All(200), Nothing),
        ["studio/members"] = (Enrols(200), Nothing),
        ["studio/members/new"] = (Enrols(200), Enrols(200)),
        ["studio/members/slips"] = (Enrols(200), Enrols(Moved)),
        // No member has the id of a text.
        ["studio/members/{id:guid}"] = (All(404), All(404)),
        ["studio/members/{id:guid}/edit"] = (All(404), All(404)),
        ["studio/members/{id:guid}/roles"] = (All(404), All(404)),
        ["studio/members/{id:guid}/acts/{act}"] = (All(Moved), All(404)),
        // Who sees no reports has no business with what people look for.
        ["studio/gaps"] = ([Moved, 404, 200, 404, 200, 200, 200], Nothing),
        ["studio/index"] = (Administrator(200), Administrator(Moved)),
        // Journal and exports are for who runs the portal; an export is a form, so a GET leads back to the page.
        ["studio/audit"] = (Administrator(200), Administrator(200)),
        ["studio/audit/{seq:long}"] = (Administrator(200), Nothing),
        ["studio/audit/export.csv"] = (Administrator(Moved), Administrator(200)),
        ["studio/audit/export.jsonl"] = (Administrator(Moved), Administrator(200)),
        ["studio/dictionary"] = (Administrator(200), Nothing),
        ["studio/dictionary/words/new"] = (Administrator(200), Administrator(200)),
        ["studio/dictionary/synonyms/new"] = (Administrator(200), Administrator(200)),
        // No word has the id of a text; who may write is told that it is gone, and nothing of what was typed.
        ["studio/dictionary/words/{id:guid}"] = (All(404), Administrator(200)),
        ["studio/dictionary/synonyms/{id:guid}"] = (All(404), Administrator(200)),
        ["studio/dictionary/{list}/{id:guid}/removal"] = (Administrator(Moved), Administrator(Moved)),
    };

    private static int[] Nothing => [];

    [Fact]
    public void Every_route_of_the_Studio_has_a_row()
    {
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.RawText!.Trim('/'))
            .Where(r => r.Equals("studio", StringComparison.OrdinalIgnoreCase) || r.StartsWith("studio/", StringComparison.OrdinalIgnoreCase))
            .ToHashSet();
        Assert.Equal(Table.Keys.Order(), routes.Order());
    }

    [Fact]
    public async Task A_page_opens_for_those_whose_area_it_is()
    {
        var id = await SentAsync();
        foreach (var (member, place) in Members.Index().Select(m => (m.Item, m.Index)))
        {
            using var visitor = await SomebodyAsync(member);
            foreach (var (route, (get, _)) in Table.Where(r => r.Key != "studio/sign-out"))
            {
                var answer = await visitor.OnceAsync(Path(route, id));
                Assert.True(answer.Status == get[place], $"GET {route} as «{member}»: {answer.Status}, not {get[place]}");
                if (member.Length == 0)
                {
                    Assert.Contains("/sign-in?back=", answer.Location, StringComparison.Ordinal);
                }

                if (answer.Status == 404)
                {
                    Assert.DoesNotContain("เรื่องในตาราง", answer.Html, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task A_form_is_taken_from_those_whose_area_it_is()
    {
        foreach (var (member, place) in Members.Index().Skip(1).Select(m => (m.Item, m.Index)))
        {
            var id = await SentAsync();
            using var visitor = await SomebodyAsync(member);
            var token = (await visitor.GetAsync("/studio/entries/new")).Value("__RequestVerificationToken");
            foreach (var (route, (_, post)) in Table.Where(r => r.Value.Post.Length > 0).OrderBy(r => r.Key == "studio/sign-out"))
            {
                // An empty form: a page that may be used says what is missing, one that may not is not there.
                var answer = await visitor.PostAsync(Path(route, id), [("__RequestVerificationToken", token)]);
                Assert.True(answer.Status == post[place], $"POST {route} as «{member}»: {answer.Status}, not {post[place]}");
            }

            var after = await portal.AskAsync(async db => await db.Entries.FindAsync(id));
            var approved = member is "มานพ" or "อรุณี" or "ธีระ";
            Assert.Equal(approved ? KhokNongNa.Portal.Knowledge.EntryState.Published : KhokNongNa.Portal.Knowledge.EntryState.InReview, after!.State == KhokNongNa.Portal.Knowledge.EntryState.Archived ? KhokNongNa.Portal.Knowledge.EntryState.Published : after.State);
        }
    }

    [Fact]
    public async Task Without_a_session_no_form_does_anything()
    {
        var id = await SentAsync();
        using var visitor = portal.Visitor();
        foreach (var route in Table.Where(r => r.Value.Post.Length > 0).Select(r => r.Key))
        {
            Assert.Equal("เข้าสู่ระบบอีกครั้ง", (await visitor.PostAsync(Path(route, id), [("remark", "x"), ("Form.Title", "x")])).Heading);
        }

        Assert.Equal(KhokNongNa.Portal.Knowledge.EntryState.InReview, (await portal.AskAsync(async db => await db.Entries.FindAsync(id)))!.State);
    }

    [Fact]
    public async Task A_member_sees_only_texts_of_own_areas_in_lists()
    {
        await SentAsync();
        using var other = await portal.MemberAsync("ประเสริฐ");
        Assert.DoesNotContain("เรื่องในตาราง", (await other.GetAsync("/studio")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("เรื่องในตาราง", (await other.GetAsync("/studio/entries?q=" + Uri.EscapeDataString("เรื่องในตาราง"))).Document.QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
        using var province = await portal.MemberAsync("อรุณี");
        Assert.Contains("เรื่องในตาราง", (await province.GetAsync("/studio/entries")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_cannot_be_put_into_an_area_that_is_not_ones_own()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var form = await writer.GetAsync(Lesson.New);
        Assert.DoesNotContain("3102", form.Document.QuerySelectorAll("select[name='Form.AreaCode'] option").Select(o => o.GetAttribute("value")));
        foreach (var area in (string[])["3102", "", "31", "99", "310", "x"])
        {
            var refused = await writer.PressAsync(form, "บันทึกร่าง", Lesson.Fields("เรื่องผิดเขต", ("Form.AreaCode", area)));
            var message = refused.Document.QuerySelector("[role=alert] a[href='#AreaCode']")?.TextContent;
            Assert.Matches("ท่านยังไม่มีสิทธิ์|โปรดเลือกพื้นที่", message ?? $"«{area}» was taken: {refused.Main}");
            Assert.Equal("เรื่องผิดเขต", refused.Value("Form.Title"));
        }
    }

    private static int[] All(int status) => [Moved, status, status, status, status, status, status];

    private static int[] Enrols(int status) => [Moved, status, status, 404, status, status, status];

    private static int[] Administrator(int status) => [Moved, 404, 404, 404, 404, 404, status];

    private static int[] Own(int status) => [Moved, status, status, 404, 404, status, status];

    private static string Path(string route, Guid id) => "/" + route.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{list}", "words", StringComparison.Ordinal).Replace("{seq:long}", "1", StringComparison.Ordinal).Replace("{act}", "close", StringComparison.Ordinal);

    private Task<Visitor> SomebodyAsync(string member) => member.Length == 0 ? Task.FromResult(portal.Visitor()) : portal.MemberAsync(member);

    private async Task<Guid> SentAsync()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.PressAsync(await writer.DraftAsync("เรื่องในตาราง"), "ส่งให้ตรวจ");
        return Guid.ParseExact(entry.Path.Split('/')[^1], "D");
    }
}
