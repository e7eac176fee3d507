using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;
using KhokNongNa.Web.Studio.Audit;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>One line of a person's file.</summary>
/// <param name="Url">Where it is seen or put right; for officers, not for paper.</param>
public sealed record FileLine(string Label, string Text, string? Url = null);

/// <summary>A titled part of a person's file; one without lines says so.</summary>
public sealed record FilePart(string Title, IReadOnlyList<FileLine> Lines, string Note = "");

/// <summary>A person's file in words: what the page shows, what is printed and what the file for the person holds are one.</summary>
internal static class PersonParts
{
    public static async Task<IReadOnlyList<FilePart>> OfAsync(PortalDb db, PersonFile file, CancellationToken cancellationToken)
    {
        var looks = await Telling.OfAsync(db, file.Looks, cancellationToken);
        var rows = await Telling.OfAsync(db, file.Rows, cancellationToken);
        var isSage = file.Summary.Kind == PersonKind.Sage;
        return
        [
            new(isSage ? "ทะเบียนปราชญ์" : "ข้อมูลสมาชิก", [.. file.Answers.Select(a => new FileLine(a.Label, a.Text == "yes" ? "ใช่" : a.Text == "no" ? "ไม่ใช่" : a.Text))]),
            new("ช่องทางติดต่อ", [.. file.Contacts.Select(c => new FileLine(c.Channel, Join(c.Value, $"ผู้เห็นได้: {c.Visibility}", c.BestTime)))]),
            .. isSage ? Sage(file) : [new("เครื่องที่ใช้", [new("จำไว้", $"{file.Sessions?.Devices} เครื่อง"), new("เข้าสู่ระบบค้างอยู่", $"{file.Sessions?.Open} เครื่อง")])],
            new(isSage ? "เรื่องที่มีชื่อท่านนี้" : "เรื่องที่เล่าหรือเขียน", [.. file.Texts.Select(t => new FileLine(t.Title, Text(t, isSage), t.MayWrite ? $"/studio/entries/{t.Id}" : t.PublicUrl))]),
            new("ฉบับที่เคยบันทึก", [.. file.Revisions.Select(r => new FileLine($"ฉบับที่ {r.Number}", isSage ? Dates.Moment(r.At) : $"{r.Text} · {Dates.Moment(r.At)}"))], isSage ? "ข้อความเต็มของทุกฉบับอยู่ในไฟล์ JSON" : ""),
            new("ใครดูช่องทางติดต่อหรือหลักฐาน และข้อมูลออกไปที่ไหน", Lines(looks)),
            new("บันทึกการใช้งานที่เกี่ยวกับท่านนี้", Lines(rows), file.Rows.Count == PersonFiles.MostRows ? $"แสดง {PersonFiles.MostRows} แถวล่าสุด แถวที่เก่ากว่าขอได้จากผู้ดูแลระบบ" : ""),
        ];
    }

    private static IEnumerable<FilePart> Sage(PersonFile file) =>
    [
        new("ความยินยอม", [.. file.Consents.Select(c => new FileLine(c.Purpose.Name(), Consent(c), c.EvidenceId is { } evidence ? $"/studio/evidence/{evidence}" : null))]),
        new("รูปและหลักฐาน", [.. file.Pictures.Select(p => new FileLine(p.IsEvidence ? "หลักฐาน" : "รูป", Join(p.Alt, p.Entry is not null ? "ในเรื่อง" : p.Centre is not null ? "ของศูนย์เรียนรู้" : "ของทะเบียนนี้", Dates.Moment(p.At)), Url(file.Summary.Id, p)))]),
    ];

    private static string Url(Guid sage, PersonPicture picture) =>
        picture.IsEvidence ? $"/studio/evidence/{picture.Id}"
        : picture.Entry is { } entry ? $"/studio/entries/{entry}/pictures"
        : picture.Centre is { } centre ? $"/studio/centres/{centre}/picture"
        : $"/studio/sages/{sage}/picture";

    private static string Consent(Consent consent) => Join(
        $"ให้เมื่อ {BuddhistDate.Short(consent.Given)}",
        consent.Method.Name(),
        consent.Witness.Length > 0 ? $"พยาน {consent.Witness}" : "",
        consent.SheetCode.Length > 0 ? $"ใบที่ {consent.SheetCode}" : "",
        consent.Expires is { } last ? $"ถึง {BuddhistDate.Short(last)}" : "",
        consent.WithdrawnAt is { } ended ? $"สิ้นสุดเมื่อ {Dates.Moment(ended)}" : "ยังมีผล",
        consent.EvidenceId is null ? "" : "มีหลักฐาน");

    private static string Text(PersonText text, bool isSage) => Join(
        text.PublicUrl.Length > 0 ? "เผยแพร่อยู่" : "ร่าง",
        isSage && text.IsCredited ? "ระบุเป็นผู้เล่า" : "",
        text.IsMentioned ? "อาจเอ่ยชื่อในเนื้อความ" : "");

    private static IReadOnlyList<FileLine> Lines(IReadOnlyList<Telling> rows) =>
        [.. rows.Select(r => new FileLine(Dates.Moment(r.Row.Row.At), Join([$"{r.Who} {r.Deed}", .. r.Facts])))];

    private static string Join(params IEnumerable<string> parts) => string.Join(" · ", parts.Where(p => p.Length > 0));
}
