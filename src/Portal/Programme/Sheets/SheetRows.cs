using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Collects rows into a table, and stops where a sheet is more than a portal takes.</summary>
internal sealed class SheetRows
{
    private readonly List<IReadOnlyList<string>> _rows = [];
    private readonly List<int> _numbers = [];
    private IReadOnlyList<string>? _header;
    private int _empty;
    private long _text;

    /// <summary>Whether more rows may come; not when it is long over.</summary>
    public bool Wants => _empty < SheetLimits.MostEmptyRows;

    /// <summary>Row number of the header; 0 before it came.</summary>
    public int HeaderRow { get; private set; }

    /// <param name="number">As a spreadsheet shows it.</param>
    /// <param name="cells">As they came.</param>
    public void Add(int number, IReadOnlyList<string> cells)
    {
        var row = Clean(number, cells);
        if (row.Count == 0)
        {
            _empty++;
            return;
        }

        _empty = 0;
        if (_header is null)
        {
            (_header, HeaderRow) = (row, number);
            return;
        }

        if (_rows.Count == SheetLimits.MostRows)
        {
            throw new PortalException("sheet.rows", $"ตารางมีเกิน {SheetLimits.MostRows:N0} แถว โปรดแบ่งเป็นหลายไฟล์");
        }

        if (row.Count > _header.Count)
        {
            throw new PortalException("sheet.header", $"แถว {number} มีข้อมูลในช่อง {Name(row.Count)} ซึ่งไม่มีหัวตาราง โปรดใส่หัวตารางในแถว {HeaderRow} หรือลบข้อมูลนั้น");
        }

        _rows.Add(row);
        _numbers.Add(number);
    }

    /// <exception cref="PortalException">There is no header, nothing below it, or it is not clear what a column is.</exception>
    public SheetTable Table()
    {
        if (_header is null)
        {
            throw new PortalException("sheet.empty", "ไม่มีข้อมูลในตาราง");
        }

        if (_rows.Count == 0)
        {
            throw new PortalException("sheet.nothing", "มีแต่หัวตาราง ยังไม่มีแถวข้อมูล โปรดดูว่าแถวแรกเป็นหัวตาราง");
        }

        DemandHeader(_header);
        var columns = Enumerable.Range(0, _header.Count).Where(c => _header[c].Length > 0).ToList();
        return new([.. columns.Select(c => _header[c])], [.. _rows.Select(r => Dense(r, columns))], _numbers);
    }

    /// <summary>«A», «AB»: the letters above a column, 1-based.</summary>
    public static string Name(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Name((column - 1) / 26) + Name(((column - 1) % 26) + 1);

    public static PortalException LongCell(int row) =>
        new("sheet.cell", $"แถว {row} มีช่องที่ยาวเกิน {SheetLimits.MostCell:N0} ตัวอักษร โปรดดูเครื่องหมายคำพูดที่ไม่ได้ปิด หรือแบ่งข้อความ");

    public static PortalException Wide() => new("sheet.columns", $"ตารางมีเกิน {SheetLimits.MostColumns} ช่องต่อแถว โปรดลบช่องที่ไม่ใช้");

    private List<string> Clean(int number, IReadOnlyList<string> cells)
    {
        var row = new List<string>(Math.Min(cells.Count, SheetLimits.MostColumns));
        for (var column = 0; column < cells.Count; column++)
        {
            var cell = cells[column].Length == 0 ? "" : ThaiText.Normalize(SheetGuard.Read(ThaiText.Normalize(cells[column]).Trim())).Trim();
            if (cell.Length == 0)
            {
                continue;
            }

            if (column >= SheetLimits.MostColumns)
            {
                throw Wide();
            }

            _text += cell.Length;
            if (cell.Length > SheetLimits.MostCell || _text > SheetLimits.MostText)
            {
                throw LongCell(number);
            }

            while (row.Count < column)
            {
                row.Add("");
            }

            row.Add(cell);
        }

        return row;
    }

    private void DemandHeader(IReadOnlyList<string> header)
    {
        foreach (var same in header.Index().Where(h => h.Item.Length > 0).GroupBy(h => SheetColumn.Key(h.Item) is { Length: > 0 } key ? key : h.Item).Where(g => g.Count() > 1))
        {
            throw new PortalException("sheet.duplicate", $"หัวตาราง «{Short(same.First().Item)}» ซ้ำกันในช่อง {string.Join(" และ ", same.Select(h => Name(h.Index + 1)))} โปรดตั้งชื่อให้ต่างกัน");
        }

        foreach (var (column, name) in header.Index().Where(h => h.Item.Length == 0))
        {
            if (_rows.FindIndex(r => r.Count > column && r[column].Length > 0) is >= 0 and var row)
            {
                throw new PortalException("sheet.header", $"ช่อง {Name(column + 1)} มีข้อมูลในแถว {_numbers[row]} แต่ไม่มีหัวตาราง โปรดใส่หัวตารางในแถว {HeaderRow}");
            }
        }
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static List<string> Dense(IReadOnlyList<string> row, List<int> columns) => [.. columns.Select(c => c < row.Count ? row[c] : "")];
}
