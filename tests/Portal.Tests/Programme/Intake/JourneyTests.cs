using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme.Intake;

/// <summary>An officer of คูเมือง brings fourteen sages (J5).</summary>
public sealed class JourneyTests(TestDatabases databases) : IntakeTest(databases)
{
    // Years of both eras, Thai digits, titles, a tambon of another district, somebody who is there already.
    private const string Fourteen =
        Header + "\n" +
        "นายบุญเลิศ ศรีสุข\tลุงเลิศ\t2499\tคูเมือง\n" +
        "นางคำปุ่น ใจงาม\t\t๒๕๐๒\tต.คูเมือง\n" +
        "นายสมพงษ์ ทองดี\tพงษ์\tพ.ศ. 2510\tปะเคียบ\n" +
        "นางสาวหนูเล็ก พันธ์ไม้\t\t1968\tปะเคียบ\n" +
        "นายประหยัด นาคำ\t\t\tหินเหล็กไฟ\n" +
        "นางทองใบ แสนโคตร\t\t2500\tหนองโสน\n" +
        "นายอุดม เรืองศรี\t\t2515\tหินเหล็กไฟ\n" +
        "นางวันดี พลเยี่ยม\t\t2498\tคูเมือง\n" +
        "นายบุญมี สายเชื้อ\tพ่อมี\t2490\tคูเมือง\n" +
        "นายชาติชาย หอมหวล\t\t2521\tคูเมือง\n" +
        "นางลำไย กอไผ่\t\t2503\tปะเคียบ\n" +
        "นายเคน ดอนยาง\t\t2494\tปะเคียบ\n" +
        "นางพิกุล มูลสาร\t\t2506\tหินเหล็กไฟ\n" +
        "นายไพรวัลย์ เขียวขจี\t\t2530\tคูเมือง\n";

    [Fact]
    public async Task Of_fourteen_twelve_are_good_one_has_a_wrong_tambon_one_may_be_there_already_and_in_the_end_all_are_in()
    {
        await BeginAsync();
        var known = await EnterAsync("บุญมี สายเชื้อ");

        var id = await TakeAsync(Fourteen);

        var rows = await RowsAsync(id);
        Assert.Equal("Ready Ready Ready Ready Ready Wrong Ready Ready Alike Ready Ready Ready Ready Ready", await StatesAsync(id));
        Assert.Equal(7, rows[5].Number);
        Assert.Equal(
            "ใน อ.คูเมือง จ.บุรีรัมย์ ไม่มีตำบล «หนองโสน» ตำบลนี้อยู่ใน อ.นางรอง จ.บุรีรัมย์ ตำบลของ อ.คูเมือง จ.บุรีรัมย์: คูเมือง · ปะเคียบ · หินเหล็กไฟ",
            Assert.Single(rows[5].Says).Text);
        var twin = Assert.Single(rows[8].Twins);
        Assert.Equal((known.Id, "บุญมี สายเชื้อ ต.คูเมือง อ.คูเมือง ยังไม่มีเลขทะเบียน: ชื่อเหมือนกัน · ตำบลเดียวกัน"), (twin.Id, twin.Words));
        Assert.Equal(1, await Portal.Read(db => db.Sages.CountAsync(Stop)));

        await AcceptAsync(id);

        Assert.Equal(13, await Portal.Read(db => db.Sages.CountAsync(Stop)));
        Assert.Equal(IntakeState.Reviewing, (await BatchAsync(id)).State);

        await Portal.Run(db => db.FixRowAsync(id, 7, new Dictionary<int, string> { [3] = "หินเหล็กไฟ" }, "", Head, Now, Stop));
        await Portal.Run(db => db.PutRowIntoAsync(id, 10, known.Id, Head, Now, Stop));
        Assert.Equal((RowState.Ready, RowState.Ready), ((await RowsAsync(id))[5].State, (await RowsAsync(id))[8].State));
        await AcceptAsync(id);

        var sages = await SagesAsync();
        Assert.Equal((14, IntakeState.Done), (sages.Count, (await BatchAsync(id)).State));
        Assert.All(sages.Where(s => s.Id != known.Id), s => Assert.Equal((CheckState.Draft, 1, Head.Id), (s.State, s.RevisionNumber, s.CreatorId)));
        var merged = sages.Single(s => s.Id == known.Id);
        Assert.Equal((2, "พ่อมี", 1947), (merged.RevisionNumber, merged.Profile.Nickname, merged.Private.BirthYear));
        Assert.Equal(("นาง", "คำปุ่น", 1959), sages.Where(s => s.Name == "นางคำปุ่น ใจงาม").Select(s => (s.Profile.Prefix, s.Profile.GivenName, s.Private.BirthYear)).Single());
        Assert.Equal(1968, sages.Single(s => s.Name.Contains("หนูเล็ก", StringComparison.Ordinal)).Private.BirthYear);
    }

    [Theory]
    [InlineData("3107", "ปี 3107 น่าจะบวก 543 ซ้ำ หมายถึง 2564 ใช่หรือไม่")]
    [InlineData("1478", "ปี 1478 น่าจะลบ 543 ซ้ำ หมายถึง 2564 ใช่หรือไม่")]
    public async Task A_year_of_which_the_543_slipped_is_asked_about(string year, string said)
    {
        await BeginAsync();

        var row = Assert.Single(await RowsAsync(await TakeAsync($"{Header}\nนายบุญเลิศ ศรีสุข\t\t{year}\tคูเมือง")));

        Assert.Equal((RowState.Wrong, said), (row.State, Assert.Single(row.Says).Text));
    }

    [Fact]
    public async Task Somebody_who_is_twice_in_the_sheet_is_asked_about_and_may_be_two()
    {
        await BeginAsync();
        var id = await TakeAsync($"{Header}\nนายบุญเลิศ ศรีสุข\t\t\tคูเมือง\nนาย บุญเลิศ ศรีสุข\t\t\tคูเมือง");

        Assert.Equal("Ready Alike", await StatesAsync(id));
        Assert.Equal("นายบุญเลิศ ศรีสุข แถวที่ 2 ของตารางนี้: ชื่อเหมือนกัน · ตำบลเดียวกัน", Assert.Single((await RowsAsync(id))[1].Twins).Words);
        await Portal.Run(db => db.TellRowApartAsync(id, 3, ["row-2"], Head, Now, Stop));
        await AcceptAsync(id);

        Assert.Equal("Written Written", await StatesAsync(id));
    }

    [Fact]
    public async Task Who_is_like_somebody_out_of_reach_is_told_the_district_only()
    {
        await BeginAsync();
        await EnterAsync("นายบุญเลิศ ศรีสุข", "310427", People.Somchai);

        var row = Assert.Single(await RowsAsync(await TakeAsync($"{Header}\nนายบุญเลิศ ศรีสุข\t\t\tคูเมือง")));

        Assert.Equal(RowState.Alike, row.State);
        Assert.Equal((null, "มีรายการคล้ายกันใน อ.นางรอง โปรดติดต่อ สพอ. นั้น"), (Assert.Single(row.Twins).Id, row.Twins[0].Words));
    }
}
