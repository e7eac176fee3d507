using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;

namespace KhokNongNa.Web.Site;

/// <summary>A page's facts as JSON-LD in the words of schema.org: nothing that the page does not say to people too.</summary>
/// <param name="root">Scheme and host, before each path.</param>
internal sealed class LinkedData(string root)
{
    // Thai stays Thai; <, >, & and quotes are always escaped by an encoder that is made this way, so a title cannot end the script element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string Of(EntryView view)
    {
        var content = view.Content;
        var isLesson = content.Lesson is { Steps.Count: > 0 };
        var text = Thing(isLesson ? "HowTo" : "Article", content.Title, content.Summary, view.Url);
        text["inLanguage"] = "th";
        text["datePublished"] = Day(view.PublishedAt);
        text["dateModified"] = Day(view.UpdatedAt);
        text["version"] = view.Version;
        text["author"] = Array(view.Sages.Where(s => s.Url is not null).Select(s => Fictional(Thing("Person", s.Name, "", s.Url!), s.IsSynthetic)));
        if (content.Licence is Licence.CcBy or Licence.CcByNc)
        {
            text["license"] = $"https://creativecommons.org/licenses/{(content.Licence == Licence.CcBy ? "by" : "by-nc")}/4.0/";
        }

        if (isLesson)
        {
            Describe(text, view, content.Lesson!);
        }

        (string, string)[] trail = [(view.Type == EntryType.Lesson ? "บทเรียน" : "บทความ", $"/{view.Type.Code()}s"), .. view.Topics.Take(1).Select(t => (t.Title, t.Url))];
        return Graph(text, Trail([.. trail, (content.Title, view.Url)]));
    }

    public string Of(SageView view)
    {
        var person = Fictional(Thing("Person", view.Name, view.Profile.Summary, view.Url), view.Profile.Synthetic);
        person["jobTitle"] = view.Profile.Kind.Name();
        person["address"] = Address(view.Areas);
        person["knowsAbout"] = Array(view.Expertise.Select(e => JsonValue.Create(e.Topic?.Title ?? e.Expertise.What)).DistinctBy(v => v.ToString()));
        person["affiliation"] = Array(view.Centres.Select(c => Thing("EducationalOrganization", c.Name, "", c.Url)));
        return Graph(person, Trail([("ปราชญ์และครูพาทำ", "/sages"), (view.Name, view.Url)]));
    }

    public string Of(CentreView view)
    {
        var centre = Fictional(Thing("EducationalOrganization", view.Name, view.Profile.Summary, view.Url), view.Profile.Synthetic);
        centre["address"] = Address(view.Areas);
        return Graph(centre, Trail([("ศูนย์เรียนรู้", "/centres"), (view.Name, view.Url)]));
    }

    public string Of(CentreBaseView view) => Graph(Trail([("ศูนย์เรียนรู้", "/centres"), (view.Centre.Title, view.Centre.Url), (view.Base.Name, view.Base.Url)]));

    public string Of(TopicView view) => Graph(
        Trail([("หัวข้อ", "/topics"), .. view.Parent is { } parent ? [(parent.Title, parent.Url)] : System.Array.Empty<(string, string)>(), (view.Topic.Title, view.Topic.Url)]));

    private void Describe(JsonObject text, EntryView view, LessonFields lesson)
    {
        if (lesson.WorkMinutes is { } minutes)
        {
            text["totalTime"] = $"PT{minutes}M";
        }

        if (lesson.CostBaht is { } cost)
        {
            text["estimatedCost"] = new JsonObject { ["@type"] = "MonetaryAmount", ["currency"] = "THB", ["value"] = cost };
        }

        // A lesson does not say what is used up and what is only used, so all is supply.
        text["supply"] = Array(lesson.Materials.Select(m => new JsonObject { ["@type"] = "HowToSupply", ["name"] = m.Name }));
        text["image"] = lesson.Steps.Select(view.PictureOf).FirstOrDefault(p => p is not null) is { } first ? Address(first.Url) : null;
        text["step"] = Array(lesson.Steps.Select(s =>
        {
            var step = new JsonObject { ["@type"] = "HowToStep", ["name"] = s.Title, ["text"] = s.Text };
            if (view.PictureOf(s) is { } picture)
            {
                step["image"] = Address(picture.Url);
            }

            return step;
        }));
    }

    private JsonObject Thing(string type, string name, string description, string path)
    {
        var thing = new JsonObject { ["@type"] = type, ["name"] = name };
        if (description.Length > 0)
        {
            thing["description"] = description;
        }

        thing["url"] = Address(path);
        return thing;
    }

    // Machines cannot see the label on the page.
    private static JsonObject Fictional(JsonObject thing, bool isSynthetic)
    {
        if (isSynthetic)
        {
            thing["disambiguatingDescription"] = "ข้อมูลสมมติ ไม่มีอยู่จริง";
        }

        return thing;
    }

    private JsonObject Trail((string Title, string Path)[] steps) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = Array(steps.Prepend((Title: "หน้าแรก", Path: "/")).Select((s, i) => new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = i + 1,
            ["name"] = s.Title,
            ["item"] = Address(s.Path),
        })),
    };

    private static JsonObject Address(IReadOnlyList<Link> areas) => new()
    {
        ["@type"] = "PostalAddress",
        ["addressCountry"] = "TH",
        ["addressRegion"] = areas.Count > 0 ? areas[^1].Title : null,
        ["addressLocality"] = string.Join(' ', areas.SkipLast(1).Select(a => a.Title)),
    };

    private string Address(string path) => Uri.TryCreate(root + path, UriKind.Absolute, out var address) ? address.AbsoluteUri : root;

    private static string Day(DateTimeOffset moment) => ThaiTime.Day(moment).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => [.. nodes];

    private static string Graph(params JsonObject[] things)
    {
        foreach (var thing in things)
        {
            // What is not known is not said.
            foreach (var empty in thing.Where(p => p.Value is null or JsonArray { Count: 0 }).Select(p => p.Key).ToList())
            {
                thing.Remove(empty);
            }
        }

        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = Array(things) }.ToJsonString(Options);
    }
}
