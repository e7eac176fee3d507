using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Sites;
using KhokNongNa.Search;
using KhokNongNa.Web.Site;

namespace KhokNongNa.Web.Tests.Themes;

/// <summary>Records that views are shown with: as little and as much as they can hold.</summary>
internal static class SampleViews
{
    // The longest names of the field that were met: an office, a centre with its groups, a person with rank.
    private const string LongName = "ศูนย์เรียนรู้เศรษฐกิจพอเพียงและเครือข่ายวิสาหกิจชุมชนกลุ่มแม่บ้านเกษตรกรบ้านโคกสะอาดพัฒนาร่วมใจเฉลิมพระเกียรติ";

    // Topics are the portal's own words, so they are shorter.
    private const string LongTopic = "ออกแบบพื้นที่ตามภูมิสังคมและธนาคารน้ำใต้ดิน";

    private static readonly DateTimeOffset Day = new(2021, 7, 8, 7, 0, 0, TimeSpan.Zero);

    public static IReadOnlyDictionary<(string View, string Sample), object> All { get; } =
        Empty().Concat(Full(LongName, 1_000)).ToDictionary(v => (v.View, v.Sample), v => v.Record);

    /// <summary>Full records in which every name and text is this one.</summary>
    public static IEnumerable<KeyValuePair<(string View, string Sample), object>> WithName(string name) =>
        Full(name, 3).Select(v => KeyValuePair.Create((v.View, v.Sample), v.Record));

    private static IEnumerable<(string View, string Sample, object Record)> Empty()
    {
        var topic = new TopicCard("soil", "ดิน", "/topics/ดิน", "", 0, []);
        var none = new Paged<EntryCard>([], 1, 1, 0);
        yield return ("Home", "empty", new HomeView([], [], [], [], [], 0));
        yield return ("Home", "empty near", new HomeView([], [], [], [], [], 0) { Month = new("มีนาคม", "ห่มดิน", null, []), Near = new(new("310401", "ต.นางรอง"), []) });
        yield return ("Near", "empty", new NearPageView(new([], [], []), "/"));
        yield return ("Topics", "empty", new TopicsView([], []));
        yield return ("Topic", "empty", new TopicView(Guid.Empty, topic, [], "", [], null, none, [], []));
        yield return ("Texts", "empty", new TextsView("บทเรียนทั้งหมด", "", "/lessons", none));
        yield return ("Lesson", "empty", Text(EntryType.Lesson, new EntryContent { Title = "สั้น", Lesson = new LessonFields() }));
        yield return ("Article", "empty", Text(EntryType.Article, new EntryContent { Title = "สั้น" }));
        yield return ("Page", "empty", Text(EntryType.Page, new EntryContent { Title = "สั้น" }));
        yield return ("Withheld", "empty", Text(EntryType.Lesson, new EntryContent { Title = "สั้น", Licence = Licence.Community }));
        yield return ("Sages", "empty", new SagesView(new([], 1, 1, 0), page => $"/sages?page={page}"));
        yield return ("Sages", "nobody fits", new SagesView(new([], 1, 1, 0), page => $"/sages?page={page}") { Chosen = [new("หัวข้อ", "ดิน", "/sages")] });
        yield return ("Sage", "empty", new SageView(Guid.Empty, "นายดำ", "/sages/x", new SageProfile(), false, [], [], "", [], [], [], []));
        yield return ("Centres", "empty", new CentresView([]));
        yield return ("Centre", "empty", new CentreView(Guid.Empty, "ศูนย์", "/centres/x", new CentreProfile(), [], "", [], [], [], [], null));
        yield return ("CentreBase", "empty", new CentreBaseView(Guid.Empty, new(1, "ฐาน", "/centres/x/bases/1", null, [], 0, null, false), new("ศูนย์", "/centres/x"), [], new(), [], [], false));
        yield return ("Base", "empty", new BaseView(Guid.Empty, "ฐานดิน", "/bases/x", "", "", none, []));
        yield return ("Directive", "empty", new DirectiveView(Guid.Empty, "ว 1", "เรื่อง", "/directives/x", new DateOnly(2021, 7, 8), new DirectiveText(), "", [], [], []));
        yield return ("Area", "empty", new AreaView("31", "จ.บุรีรัมย์", [], [], [], [], [], null));
        yield return ("Search", "empty", Search("", null, [], []));
        yield return ("Search", "nothing found", Search("ฏฎฐ", Found(0, "ฏฎฐ", []), [], []));
        yield return ("Display", "empty", new DisplayView(Display.Default, "/"));
        yield return ("Display", "full", new DisplayView(new Display(TextSize.Largest, Tone.Dark, true, true), "/search?q=x"));
        yield return ("Report", "empty", new ReportView("/topics/x", "ดิน", Guid.Empty));
        yield return ("Report", "wrong", new ReportView("/topics/x", LongTopic, Guid.Empty) { Reason = KhokNongNa.Portal.Reports.ReportReason.Danger, Text = LongTopic, Phone = "1", Wrong = [("Phone", "เบอร์โทรไม่ครบ")] });
        yield return ("Report", "sent", new ReportView("/topics/x", "ดิน", Guid.Empty) { IsSent = true });
        yield return ("Problem", "empty", new ProblemView(404, "ไม่พบหน้านี้", "", ""));
    }

    private static IEnumerable<(string View, string Sample, object Record)> Full(string name, int count)
    {
        var topic = name == LongName ? LongTopic : name;
        Link[] links = [.. Enumerable.Range(1, Math.Min(count, 60)).Select(i => new Link(topic, $"/topics/{i}"))];
        EntryCard[] cards = [.. Enumerable.Range(1, Math.Min(count, 24)).Select(i => new EntryCard(Guid.Empty, i % 2 == 0 ? EntryType.Lesson : EntryType.Article, name, $"/lessons/{i}", name + " " + name, name, Day, i % 2 == 0 ? FullLesson(name) : null))];
        SageCard[] sages = [.. Enumerable.Range(1, count).Select(i => new SageCard(Guid.Empty, name, $"/sages/{i}", "ปราชญ์และครูพาทำ", "ต.หนองโสน อ.นางรอง จ.บุรีรัมย์", [name, name, name], i, i % 7 == 0, i % 2 == 0) { Can = ["สอน", "พาทำ", "ให้คำปรึกษา", "รับศึกษาดูงาน"], Languages = ["ไทย", "อีสาน/ลาว", "เขมร", "ส่วย/กูย"], ConfirmedOn = new(2021, 7, 8) })];
        CentreCard[] centres = [.. Enumerable.Range(1, count).Select(i => new CentreCard(Guid.Empty, name, $"/centres/{i}", "ระดับชุมชน", "ต.หนองโสน อ.นางรอง จ.บุรีรัมย์", name, i % 2 == 0) { Base = i % 2 == 0 ? new(name, "/centres/x/bases/1") : null })];
        TopicCard[] topics = [.. Enumerable.Range(1, 20).Select(i => new TopicCard($"t{i}", topic, $"/topics/{i}", name, i, [.. Enumerable.Range(1, 30).Select(j => new TopicCard($"t{i}-{j}", topic, $"/topics/{i}-{j}", name, j, []))]))];
        var credit = new SageCredit(name, "/sages/1", "ปราชญ์", name, true, true);
        var paged = new Paged<EntryCard>(cards, 3, 42, 1_000);
        var html = $"<h2>{System.Net.WebUtility.HtmlEncode(name)}</h2><p>{System.Net.WebUtility.HtmlEncode(name)}</p><table><thead><tr><th>ก</th><th>ข</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>";
        var content = new EntryContent
        {
            Title = name,
            Summary = name,
            Body = name,
            Lesson = FullLesson(name),
            Licence = Licence.Community,
            Sources = [.. Enumerable.Range(1, Math.Min(count, 60)).Select(i => new Source(name, $"https://example.org/{i}", new DateOnly(2021, 7, 8))), new Source(name, "", null)],
        };
        yield return ("Home", "full", new HomeView(topics, cards, cards, sages[..Math.Min(6, count)], centres[..Math.Min(6, count)], 1_000));
        NearPlace[] places = [.. Enumerable.Range(1, 60).Select(i => new NearPlace($"31{i:00}", name))];
        yield return ("Home", "full near", new HomeView(topics, cards, cards, [], [], 1_000)
        {
            Month = new("พฤศจิกายน", name, links[0], cards),
            Shortcuts = [.. Enumerable.Range(1, 6).Select(i => new SiteLink(name, i % 2 == 0 ? "/topics/x" : "https://example.org/"))],
            Near = new(places[0], [new(Nearness.Here, "ในตำบลนี้", sages[..2], centres[..2], cards), new(Nearness.Around, "ตำบลใกล้เคียง (โดยประมาณ)", [], centres[..1], [])]),
        });
        yield return ("Near", "full", new NearPageView(new(places[..1], places, places), "/sages"));
        yield return ("Topics", "full", new TopicsView(topics, links));
        yield return ("Topic", "full", new TopicView(Guid.Empty, topics[0].Children[0], [name, name], html, topics, topics[0], paged, sages[..Math.Min(30, count)], centres[..Math.Min(30, count)]));
        yield return ("Texts", "full", new TextsView(name, name, "/lessons", paged));
        yield return ("Withheld", "full", Text(EntryType.Lesson, (content with { Licence = Licence.Community }).ForEverybody()) with { Sages = [credit, new SageCredit(EntryReading.Unnamed, null, "", "", false, false)] });
        yield return ("Report", "full", new ReportView("/topics/x", name, Guid.Empty) { Reason = KhokNongNa.Portal.Reports.ReportReason.Danger, Text = name, Phone = name, Wrong = [("Text", name), ("Phone", name)] });
        foreach (var type in Enum.GetValues<EntryType>())
        {
            yield return (type.ToString(), "full", Text(type, content) with
            {
                Html = html,
                Topics = links,
                Bases = links,
                Sages = [credit, new SageCredit(EntryReading.Unnamed, null, "", "", false, false)],
                Centres = centres[..3],
                Place = name,
                More = cards[..Math.Min(4, cards.Length)],
                Above = links[..3],
                Below = links,
            });
        }

        yield return ("Sage", "full", new SageView(Guid.Empty, name, "/sages/x", FullSage(name), true, links[..3], [(links[0], new Expertise("soil", name, 20, Enum.GetValues<Ability>())), (null, new Expertise("", name, null, []))], html, cards, centres[..3], [credit, credit], [credit]) { Bases = links[..3], ConfirmedOn = new(2021, 7, 8) });
        yield return ("Sage", "living", new SageView(Guid.Empty, name, "/sages/x", FullSage(name), false, links[..3], [], html, cards, [], [], [])
        {
            Village = name,
            Age = "60–69 ปี",
            Office = name,
            Bases = links[..3],
            Answers = [(name, name), (name, name)],
            ConfirmedOn = new(2021, 7, 8),
            Contacts = [new(new(ContactChannel.Phone, "0812345678"), name), new(new(ContactChannel.Line, "@khoknongna"), "")],
        });
        yield return ("Centres", "full", new CentresView(centres));
        yield return ("Centre", "full", new CentreView(Guid.Empty, name, "/centres/x", FullCentre(name), links[..3], html, links, links, sages[..3], cards, new PlotCard("3104-L-9999", name, name, new LandSize(399_999_999), 30, 30, 40, true))
        {
            OwnBases = [.. Enumerable.Range(1, Math.Min(count, 30)).Select(i => new OwnBase(i, name, $"/centres/x/bases/{i}", i % 2 == 0 ? links[0] : null, [credit, credit], i * 60, 1_000, i % 2 == 0))],
            Position = "ราว 14.99, 103.10",
            Office = name,
            Answers = [(name, name)],
        });
        yield return ("CentreBase", "full", new CentreBaseView(Guid.Empty, new(1, name, "/centres/x/bases/1", links[0], [credit], 90, 1_000, true), links[0], links[..3], FullBase(name), sages[..3], cards, true) { Summary = name });
        yield return ("Base", "full", new BaseView(Guid.Empty, name, "/bases/x", name, html, paged, centres[..3]));
        yield return ("Directive", "full", new DirectiveView(Guid.Empty, name, name, "/directives/x", new DateOnly(2021, 7, 8), FullDirective(name), html, links, links[..3], [(name, name), (name, name)]));
        yield return ("Area", "full", new AreaView("310401", name, links[..3], links, cards, sages[..3], centres[..3], new PlotTotal(1_000, 10_000, new LandSize(399_999_999), true)));
        SearchHit[] hits = [.. Enumerable.Range(1, 10).Select(i => new SearchHit($"{i}", $"{i}", "lesson", name, $"/lessons/{i}", 1, "อ.นางรอง", "3104", Day, new Dictionary<string, string>(), [new TextRun(name, i % 2 == 0)], [new TextRun(name, false), new TextRun(name, true)]))];
        Site.FacetChoice[] choices = [.. Enumerable.Range(1, 12).Select(i => new FacetChoice(name, 1_000 * i, i == 1, $"/search?type={i}") { AlsoUrl = i > 1 ? $"/search?type=1&type={i}" : null, AlsoCount = 12_345 })];
        choices[1] = choices[1] with { Below = choices[..3] };
        yield return ("Sages", "full", new SagesView(new([new("", sages[..Math.Min(24, count)]), new("ในอำเภอเดียวกัน", sages[..Math.Min(3, count)]), new(SageDirectory.Remembered, sages[..Math.Min(3, count)])], 3, 42, 1_000), page => $"/sages?page={page}")
        {
            Facets = [new FacetGroup("หัวข้อ", "/sages", choices), new FacetGroup(name, null, choices)],
            Chosen = [new("หัวข้อ", name, "/sages"), new("พื้นที่", name, "/sages?topic=x")],
            Near = new("310401", name),
        });
        yield return ("Search", "full", Search(name, Found(12_345, name, hits), [new FacetGroup("ชนิด", "/search?q=x", choices), new FacetGroup("หัวข้อ", null, choices), new FacetGroup("อำเภอ", null, choices)], topics) with
        {
            Notice = name,
            Chosen = [new("ชนิด", name, "/search"), new("อำเภอ", name, "/search?q=x")],
            Sorts = [new("ตรงที่สุด", "/search", false), new("ใหม่สุด", "/search?sort=new", false), new("ใกล้สุด", "/search?sort=near", true)],
            Near = new("310401", name),
            DidYouMean = links[0],
        });
        yield return ("Search", "nothing found, much else", Search(name, Found(0, name, []), [], topics) with
        {
            DidYouMean = links[0],
            WaysOn = new(links[0], 12_345, links[..Math.Min(5, count)], links[..Math.Min(4, count)], sages[..Math.Min(3, count)]),
        });
        yield return ("Problem", "full", new ProblemView(500, name, name, name));
    }

    private static EntryView Text(EntryType type, EntryContent content) =>
        new(Guid.Empty, type, $"/{type.Code()}s/x", content, "", [], [], [], [], "", Day, Day.AddDays(1), 12, []);

    private static SearchView Search(string text, SearchResults? results, IReadOnlyList<FacetGroup> facets, IReadOnlyList<TopicCard> topics) =>
        new(text, results, "", facets, [.. (results?.Hits ?? []).Select(h => new SearchLine(h, "บทเรียน", 515, 12_345, Day))], 2, 42, page => $"/search?page={page}", topics, ["ห่มดิน"]);

    private static SearchResults Found(int total, string understood, IReadOnlyList<SearchHit> hits) => new()
    {
        Total = total,
        Hits = hits,
        Facets = new Dictionary<string, IReadOnlyList<FacetCount>>(),
        Understood = understood,
        WasRepaired = true,
        Synonyms = [new("บักพร้าว", understood), new("มูลวัว", understood)],
        NearestWords = total == 0 ? ["ไผ่", "ไถ"] : [],
    };

    private static LessonFields FullLesson(string name) => new()
    {
        Gains = Lines(name),
        Difficulty = Difficulty.Hard,
        WorkMinutes = 60 * 24 * 300,
        WaitDays = 3_000,
        CostBaht = 12_345_678.5m,
        CostNote = name,
        Seasons = Enum.GetValues<Season>(),
        Months = [11, 12, 1, 2, 6],
        Soils = Enum.GetValues<Soil>(),
        Waters = Enum.GetValues<Water>(),
        Parts = Enum.GetValues<PlotPart>(),
        MinRai = 12.5m,
        Materials = [.. Lines(name).Select(l => new Material(l, 1_234.5m, "บุ้งกี๋พูน", 9_999_999, l)), new Material(name, null, "", null, "")],
        Steps = [.. Lines(name).Select(l => new Step(l, l + "\n" + l, 1_000, "", "")), new Step("", "มีแต่ข้อความ", null, "", ""), new Step(name, name, 5, "lime-in-ring/ring.svg", name)],
        Tips = Lines(name),
        Cautions = Lines(name),
        Suits = Lines(name),
        Unsuited = Lines(name),
        Signs = Lines(name),
        Problems = [.. Lines(name).Select(l => new Problem(l, l))],
        Failures = Lines(name),
    };

    private static SageProfile FullSage(string name) => new()
    {
        Nickname = name,
        Summary = name,
        Languages = Enum.GetValues<Language>(),
        Experience = Lines(name),
        Awards = [new(name, name, 2021), new(name, "", null)],
        Availability = new(name, name, 1_000, name),
        Synthetic = true,
    };

    private static CentreBase FullBase(string name) => new()
    {
        Goal = name,
        Questions = Lines(name),
        People = 1_000,
        Materials = [.. Lines(name).Select(l => new BaseMaterial(l, 1_234.5m, "บุ้งกี๋พูน")), new BaseMaterial(name, null, "")],
        Steps = [.. Lines(name).Select(l => new BaseStep(l, 90)), new BaseStep(name, null)],
    };

    private static CentreProfile FullCentre(string name) => new()
    {
        Kind = CentreKind.Clm,
        Summary = name,
        Village = name,
        Host = name,
        Open = name,
        Capacity = 1_000,
        Facilities = Lines(name),
        Curriculum = Lines(name),
        Booking = name,
        Network = name,
        Synthetic = true,
    };

    private static DirectiveText FullDirective(string name) => new()
    {
        Summary = name,
        IssuedBy = name,
        Responsible = name,
        Phone = name,
        Attachments = Lines(name),
        Due = new DateOnly(2021, 7, 9),
    };

    private static string[] Lines(string name) => [.. Enumerable.Repeat(name, 60)];
}
