using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Everything about a person as a file to take along (PDPA s.31). A form and no link: it is an act, which is recorded.</summary>
public sealed class PersonJsonModel(PortalDb db, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    // People read it too: Thai stays Thai.
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public IActionResult OnGet(string kind, Guid id) => PersonWords.Kind(kind) is { } known ? Redirect(PersonWords.Url(known, id)) : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, Guid id, CancellationToken cancellationToken)
    {
        if (PersonWords.Kind(kind) is not { } known || await Db.SummaryOfAsync(known, id, Actor, cancellationToken) is null)
        {
            return NotFound();
        }

        var file = await Db.OpenFileAsync(known, id, isExport: true, Actor, Now, cancellationToken);
        var parts = await PersonParts.OfAsync(Db, file, cancellationToken);
        // The file's name says nothing of the person, for it stands in lists of downloads.
        var name = $"personal-data-{ThaiTime.Day(file.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.json";
        return File(JsonSerializer.SerializeToUtf8Bytes(Write(file, parts), Options), "application/json; charset=utf-8", name);
    }

    private JsonObject Write(PersonFile file, IReadOnlyList<FilePart> parts) => new()
    {
        ["เอกสาร"] = "ข้อมูลส่วนบุคคลที่พอร์ทัลเก็บไว้",
        ["ชื่อ"] = file.Summary.Name,
        ["ทะเบียน"] = file.Summary.Kind.Name(),
        ["เลข"] = file.Summary.Record,
        ["ออกให้เมื่อ"] = Dates.Moment(file.At),
        ["ออกให้โดย"] = Current.Member.Name,
        ["ส่วน"] = new JsonArray([.. parts.Select(p => new JsonObject
        {
            ["หัวข้อ"] = p.Title,
            ["รายการ"] = new JsonArray([.. p.Lines.Select(l => new JsonObject { ["เรื่อง"] = l.Label, ["ข้อมูล"] = l.Text })]),
        })]),
        ["ฉบับทั้งหมด"] = new JsonArray([.. file.Revisions.Select(r => new JsonObject
        {
            ["ฉบับที่"] = r.Number,
            ["เมื่อ"] = r.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["ข้อความ"] = file.Summary.Kind == PersonKind.Sage ? JsonNode.Parse(r.Text) : r.Text,
        })]),
    };
}
