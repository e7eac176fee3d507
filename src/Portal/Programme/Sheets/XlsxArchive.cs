using System.IO.Compression;
using System.Xml;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>
/// The parts of an XLSX file, each read through a stream that counts. What the archive says of its sizes is looked at first and not believed: what
/// really comes out is counted as well. No part is read that is not asked for, and no XML with a DTD.
/// </summary>
internal sealed class XlsxArchive : IDisposable
{
    private const int MostEntries = 2_000;

    /// <summary>Bytes of all parts together; a million rows that only have a colour take half of it.</summary>
    private const long MostUnpacked = 150L * 1024 * 1024;

    /// <summary>Bytes of a part that is kept in memory.</summary>
    private const long MostKept = 30L * 1024 * 1024;

    // Tables of repeated words shrink to a fiftieth, bombs to a thousandth.
    private const long MostRatio = 200;
    private const long SmallEntry = 1024 * 1024;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = MostUnpacked,
    };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    /// <exception cref="PortalException">It is no workbook, or one that is not opened.</exception>
    public XlsxArchive(Stream file)
    {
        _zip = new(file, ZipArchiveMode.Read);
        if (_zip.Entries.Count > MostEntries)
        {
            throw Bomb();
        }

        foreach (var entry in _zip.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        DemandSizes();
        DemandPlain();
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>Reads a part of which what it says is kept; <c>null</c> when there is none of that name.</summary>
    public XmlReader? Open(string name) => Open(name, MostKept);

    /// <summary>Reads a part that streams by.</summary>
    public XmlReader? OpenRows(string name) => Open(name, MostUnpacked);

    private XmlReader? Open(string name, long most)
    {
        var unpacked = 0L;
        return _entries.TryGetValue(name, out var entry) ? XmlReader.Create(new CountingStream(entry.Open(), Count), Strict) : null;

        void Count(int bytes)
        {
            unpacked += bytes;
            if (unpacked > most)
            {
                throw Bomb();
            }
        }
    }

    private void DemandSizes()
    {
        var sum = 0L;
        foreach (var entry in _zip.Entries)
        {
            sum += entry.Length;
            if (sum > MostUnpacked || (entry.Length > SmallEntry && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio))
            {
                throw Bomb();
            }
        }
    }

    private void DemandPlain()
    {
        if (_zip.Entries.Any(e => e.IsEncrypted))
        {
            throw new PortalException("sheet.password", "ไฟล์ตั้งรหัสผ่านไว้ โปรดเอารหัสผ่านออกก่อน แล้วบันทึกใหม่");
        }

        if (!_entries.ContainsKey("xl/workbook.xml"))
        {
            throw new PortalException("sheet.kind", "ไฟล์นี้ไม่ใช่ตารางแบบ .xlsx โปรดบันทึกเป็น .xlsx หรือ .csv");
        }

        if (_entries.Keys.Any(k => k.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || k.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new PortalException("sheet.macro", "ไฟล์มีแมโคร จึงไม่เปิด โปรดบันทึกเป็น .xlsx ที่ไม่มีแมโคร");
        }

        if (_entries.Keys.Any(k => k.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase) || k.Equals("xl/connections.xml", StringComparison.OrdinalIgnoreCase)))
        {
            throw new PortalException("sheet.links", "ไฟล์ดึงข้อมูลจากไฟล์อื่น จึงไม่เปิด โปรดคัดลอกไปวางเป็นค่า (Paste values) ในไฟล์ใหม่");
        }
    }

    private static PortalException Bomb() => new("sheet.bomb", "ไฟล์นี้ขยายออกแล้วใหญ่เกินไป จึงไม่เปิด โปรดคัดลอกเฉพาะตารางไปวางในไฟล์ใหม่");
}
