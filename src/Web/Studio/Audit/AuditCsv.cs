using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>Journal rows as a table for a spreadsheet: names as they are today, a byte order mark so that Excel reads Thai.</summary>
public static class AuditCsv
{
    /// <summary>Rows of one file, at most; a spreadsheet holds a million, and nobody reads more than this.</summary>
    public const int Most = 100_000;

    // A name may begin with «=»: a spreadsheet would compute it.
    internal static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
    };

    public static async Task WriteAsync(
        Stream to, PortalDb db, AuditExtent extent, IAsyncEnumerable<IReadOnlyList<AuditRow>> batches, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Configuration);
        await WriteRowAsync(csv, "แถว", "เวลา (UTC)", "เวลาไทย", "ใคร", "ทำอะไร", "ชนิด", "รายละเอียด");
        if (extent.IsCut)
        {
            var rows = extent.Rows.ToString("N0", CultureInfo.InvariantCulture);
            await WriteRowAsync(csv, "", "", "", "", $"ตัดเหลือ {rows} แถวล่าสุด แถวที่เก่ากว่าแถว {extent.From} ไม่อยู่ในไฟล์นี้ โปรดส่งออกทีละช่วงวันที่", "", "");
        }

        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            foreach (var told in await Telling.OfAsync(db, batch, cancellationToken))
            {
                var row = told.Row.Row;
                await WriteRowAsync(
                    csv,
                    row.Seq.ToString(CultureInfo.InvariantCulture),
                    row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
                    Dates.Moment(row.At),
                    told.Who,
                    told.Deed,
                    VerbWords.Kinds.GetValueOrDefault(row.SubjectType, ""),
                    string.Join(" · ", told.Facts));
            }

            await csv.FlushAsync();
        }
    }

    internal static async Task WriteRowAsync(CsvWriter csv, params string[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        await csv.NextRecordAsync();
    }
}
