using FsCheck;
using FsCheck.Fluent;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;

namespace KhokNongNa.Portal.Tests.Programme.Sheets;

/// <summary>What a sheet says of a record is read back the same, by the road that web forms go.</summary>
public sealed class SheetCellsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Places Places = new(new Dictionary<string, Area>
    {
        ["31"] = Area.Create("31", "บุรีรัมย์", "", "", null, null), ["3104"] = Area.Create("3104", "นางรอง", "", "", null, null), ["310427"] = Area.Create("310427", "หนองโสน", "", "", null, null),
    });

    [Fact]
    public void Sages_go_around() => GoAround(FormKind.Sage, SageForm.Instance, SampleRecords.Sage);

    [Fact]
    public void Plots_go_around() => GoAround(FormKind.Plot, PlotForm.Instance, SampleRecords.Plot);

    [Fact]
    public void Centres_go_around() => GoAround(FormKind.Centre, CentreForm.Instance, SampleRecords.Centre);

    [Fact]
    public void Activities_go_around() => GoAround(FormKind.Activity, ActivityForm.Instance, SampleRecords.Activity);

    [Fact]
    public void An_empty_cell_changes_nothing_a_dash_clears_and_what_the_sheet_does_not_ask_stays()
    {
        var form = SampleRecords.Form(FormKind.Sage);
        var before = SageForm.Instance.Fill(new(
            "นายดี", SampleRecords.Area, new() { Nickname = "ดำ", Availability = new("เสาร์", "ฟรี", 20, "") }, new() { Moo = 4, Village = "โนนสูง" }));

        var read = SheetCells.Read(
            SheetColumns.Of(form), new Dictionary<string, string> { ["name"] = "", ["nickname"] = "-", ["village.moo"] = "๕", ["availability.fee"] = "", ["house"] = "'-" }, before, SampleRecords.Terms);

        Assert.Empty(read.Wrong);
        Assert.Equal(["house", "nickname", "village.moo", "village.name"], read.Typed.Keys.Order());
        Assert.Equal(("", "๕", "โนนสูง", "-"), (read.Typed["nickname"][0], read.Typed["village.moo"][0], read.Typed["village.name"][0], read.Typed["house"][0]));
    }

    [Fact]
    public void What_was_withheld_is_not_taken_in_and_unknown_words_are_told()
    {
        var read = SheetCells.Read(
            SheetColumns.Of(SampleRecords.Form(FormKind.Sage)),
            new Dictionary<string, string> { ["name"] = SheetMarks.Withheld, ["kind"] = "หมอ", ["languages"] = "ไทย, เขมร", ["expertise.0.topic"] = "เหมือนกัน", ["bases"] = "ฐานคนรักษ์ดิน ; ไม่มี" },
            before: null,
            SampleRecords.Terms);

        Assert.Equal(["bases", "expertise.0.topic", "kind", "name"], read.Wrong.Select(w => w.Code).Order());
        Assert.DoesNotContain("name", read.Typed.Keys);
        Assert.Equal(["Thai", "Khmer"], read.Typed["languages"]);
        Assert.Equal(["base-soil"], read.Typed["bases"]);
    }

    [Theory]
    [InlineData(FormKind.Sage, "ชื่อ-สกุล", "name")]
    [InlineData(FormKind.Sage, "ชื่อ–นามสกุล", "name")]
    [InlineData(FormKind.Sage, "ชื่อ - สกุล", "name")]
    [InlineData(FormKind.Sage, "ชื่อ สกุล", "name")]
    [InlineData(FormKind.Sage, "ต.", "area")]
    [InlineData(FormKind.Sage, "อ.", "area.district")]
    [InlineData(FormKind.Sage, "อำเภอ", "area.district")]
    [InlineData(FormKind.Sage, "ม.", "village.moo")]
    [InlineData(FormKind.Sage, "หมู่", "village.moo")]
    [InlineData(FormKind.Sage, "เบอร์โทร", "contact.phone")]
    [InlineData(FormKind.Sage, "โทร.", "contact.phone")]
    [InlineData(FormKind.Sage, "ความเชี่ยวชาญ/ภูมิปัญญาด้าน", "expertise.0.what")]
    [InlineData(FormKind.Sage, "ความเชี่ยวชาญ ๒", "expertise.1.what")]
    [InlineData(FormKind.Sage, "Phone", "contact.phone")]
    [InlineData(FormKind.Plot, "ชื่อ-สกุล", "household")]
    [InlineData(FormKind.Plot, "เนื้อที่ (ไร่-งาน-ตร.ว.)", "size")]
    [InlineData(FormKind.Centre, "ชื่อศูนย์", "name")]
    [InlineData(FormKind.Activity, "งบประมาณ", "budget")]
    [InlineData(FormKind.Sage, "ไม่รู้จัก", null)]
    [InlineData(FormKind.Sage, "...", null)]
    public void Headers_are_known_as_people_write_them(FormKind kind, string header, string? code) =>
        Assert.Equal(code, SheetColumns.Match(SheetColumns.Of(SampleRecords.Form(kind)), [header])[0]?.Code);

    [Theory]
    [InlineData(FormKind.Sage)]
    [InlineData(FormKind.Plot)]
    [InlineData(FormKind.Centre)]
    [InlineData(FormKind.Activity)]
    public void Every_column_is_known_by_its_own_header_and_code(FormKind kind)
    {
        var columns = SheetColumns.Of(SampleRecords.Form(kind));

        Assert.Equal(columns.Select(c => c.Code), SheetColumns.Match(columns, [.. columns.Select(c => c.Header)]).Select(c => c?.Code));
        Assert.InRange(SheetCells.Written(columns).Count, 5, SheetLimits.MostColumns);
        Assert.Equal(columns.Count, columns.Select(c => c.Code).Distinct().Count());
    }

    [Fact]
    public void Parts_that_people_give_columns_of_their_own_are_put_together()
    {
        var sage = Read(FormKind.Sage, ["คำนำหน้า", "ชื่อ", "นามสกุล"], ["นาย", "บุญมี", "ดีใจ"]);
        var plot = Read(FormKind.Plot, ["ไร่", "งาน", "ตร.ว."], ["๓", "0", "50"]);

        Assert.Equal("นายบุญมี ดีใจ", sage.Typed["name"][0]);
        Assert.Equal("๓ ไร่ 50 ตารางวา", plot.Typed["size"][0]);
    }

    private static SheetRead Read(FormKind kind, string[] header, string[] cells)
    {
        var columns = SheetColumns.Match(SheetColumns.Of(SampleRecords.Form(kind)), header).OfType<SheetColumn>().ToList();
        return SheetCells.Read(columns, columns.Zip(cells).ToDictionary(c => c.First.Code, c => c.Second), before: null, SampleRecords.Terms);
    }

    private static void GoAround<T>(FormKind kind, IRegisterForm<T> fill, Gen<T> records)
        where T : class
    {
        var form = SampleRecords.Form(kind);
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(150).WithQuietOnSuccess(true),
            Prop.ForAll(records.NonEmptyListOf().ToArbitrary(), some =>
            {
                // As web forms make them: trimmed, without empty lines.
                var typed = some.Take(5).Select(r => fill.Read(Values(fill.Fill(r)), r, SampleRecords.Area, form)).ToList();
                var lines = typed.Select(r => new SheetLine("id", "1", "3104-P-0001", SampleRecords.Area, fill.Fill(r))).ToList();
                var columns = SheetCells.Written(SheetColumns.Of(form, SheetColumns.RowsOf(lines)));
                var cells = lines.ConvertAll(l => SheetCells.Of(l, columns, SampleRecords.Terms, Places));
                foreach (var table in Files([.. columns.Select(c => c.Header)], cells))
                {
                    Assert.Equal(cells, table.Rows);
                    var matched = SheetColumns.Match(SheetColumns.Of(form), table.Header);
                    Assert.Equal(columns.Select(c => c.Code), matched.Select(c => c?.Code));
                    foreach (var (row, record) in table.Rows.Zip(typed))
                    {
                        var read = SheetCells.Read(columns, columns.Zip(row).ToDictionary(c => c.First.Code, c => c.Second), before: null, SampleRecords.Terms);
                        Assert.Empty(read.Wrong);
                        var values = Values(read.Typed);
                        var again = fill.Read(values, fill.Empty(SampleRecords.Area), SampleRecords.Area, form);
                        Assert.Empty(values.Wrong);
                        Assert.Equal(Said(fill.Fill(record)), Said(fill.Fill(again)));
                        // The same sheet over the same record says nothing new.
                        var over = SheetCells.Read(columns, columns.Zip(row).ToDictionary(c => c.First.Code, c => c.Second), fill.Fill(record), SampleRecords.Terms);
                        Assert.Equal(Said(fill.Fill(record)), Said(fill.Fill(fill.Read(Values(over.Typed), record, SampleRecords.Area, form))));
                    }
                }
            }));
    }

    private static IEnumerable<SheetTable> Files(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var csv = new MemoryStream();
        SheetWriter.WriteCsv(header, rows, csv);
        yield return SheetReader.Read(new MemoryStream(csv.ToArray()), "a.csv");
        using var xlsx = new MemoryStream();
        SheetWriter.WriteXlsx("ทะเบียน", header, rows, xlsx);
        yield return SheetReader.Read(new MemoryStream(xlsx.ToArray()), "a.xlsx");
    }

    private static FieldValues Values(IReadOnlyDictionary<string, IReadOnlyList<string>> typed) => new(typed, code => code, Today);

    private static IEnumerable<string> Said(IReadOnlyDictionary<string, IReadOnlyList<string>> filled) =>
        filled.Where(v => v.Value.Any(t => t.Length > 0)).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={string.Join('|', v.Value)}");
}
