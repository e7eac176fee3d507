using System.Globalization;
using System.Text;
using CsvHelper;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Studio.Audit;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>The record of processing for a spreadsheet. It holds nobody's data, so a link will do.</summary>
public sealed class RopaCsvModel(PortalDb db, PortalSettings settings, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await Db.RopaAsync(cancellationToken);
        using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        await using (var csv = new CsvWriter(text, AuditCsv.Configuration))
        {
            await AuditCsv.WriteRowAsync(csv, "ผู้ควบคุมข้อมูล", settings.Controller ?? "ยังไม่ได้ระบุ", "ณ", Dates.Moment(Now), "", "", "", "");
            await AuditCsv.WriteRowAsync(csv, "วัตถุประสงค์", "มีอยู่ตอนนี้", "ของใคร", "ข้อมูล", "ฐานกฎหมาย", "ใครเห็น", "เก็บนานเท่าใด", "ส่งต่อ");
            foreach (var row in rows)
            {
                await AuditCsv.WriteRowAsync(csv, row.Purpose, row.Count, row.People, row.Data, row.Basis, row.SeenBy, row.Retention, row.Transfers);
            }
        }

        return File(file.ToArray(), "text/csv; charset=utf-8", $"ropa-{ThaiTime.Day(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }
}
