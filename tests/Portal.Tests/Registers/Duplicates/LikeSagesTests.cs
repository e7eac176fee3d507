using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Registers.Duplicates;

public sealed class LikeSagesTests(TestDatabases databases) : DuplicateTest(databases)
{
    [Theory]
    [InlineData("นายบุญมี ใจงาม", "ชื่อเหมือนกัน")]
    [InlineData("บุญมี ใจ่งาม", "ชื่อเหมือนกัน ต่างวรรณยุกต์หรือการเว้นวรรค")]
    [InlineData("บุนมี ใจงาม", "ชื่อออกเสียงเหมือนกัน")]
    [InlineData("ลุงเขียว ใจงาม", "ชื่อที่คนเรียกตรงกับชื่ออีกรายการ")]
    public async Task Somebody_like_that_is_found_by_name_and_by_what_people_call_them(string typed, string why)
    {
        var known = await PersonAsync("boonmi", "บุญมี ใจงาม", profile: Samples.Profile("compost") with { Nickname = "ลุงเขียว", FamilyName = "ใจงาม" });

        var (sage, reasons) = Assert.Single((await LikeAsync(typed, "310427")).Known);

        Assert.Equal((known.Id, known.Number, "ทำมานาน"), (sage.Id, sage.Number, sage.Expertise));
        Assert.Equal([why, "ตำบลเดียวกัน"], reasons);
    }

    [Fact]
    public async Task The_nearer_one_stands_first_and_in_another_province_only_the_very_same_name()
    {
        await PersonAsync("far", "บุญมี ใจงาม", area: "310201");
        await PersonAsync("near", "บุญมี ใจงาม", area: "310401");
        await PersonAsync("here", "บุญมี ใจงาม");
        await PersonAsync("other-province", "บุนมี ใจงาม", area: "300101");
        await PersonAsync("other-name", "สมหมาย ทองดี");

        var like = await LikeAsync("บุญมี ใจงาม", "310427", People.FromProvince);

        Assert.Equal(["ตำบลเดียวกัน", "อำเภอเดียวกัน", "จังหวัดเดียวกัน"], like.Known.Select(k => k.Why[1]));
        Assert.Empty(like.Elsewhere);
    }

    [Fact]
    public async Task Of_who_is_out_of_reach_only_the_district_is_told()
    {
        await PersonAsync("far", "บุญมี ใจงาม", area: "310201");

        var like = await LikeAsync("บุญมี ใจงาม", "310427");

        Assert.Empty(like.Known);
        Assert.Equal("3102", Assert.Single(like.Elsewhere).Code);
        Assert.Equal(["3102"], like.Marks);
    }

    [Fact]
    public async Task A_new_name_is_found_before_it_is_accepted_and_the_former_no_more_after()
    {
        var sage = await PersonAsync("boonmi", "บุญมี ใจงาม");
        await Portal.Run(db => db.WriteRecordAsync<Sage, SageRecord>(sage.Id, 1, r => r with { Name = "ทองใบ แสนดี" }, People.Malee with { Grants = People.Somchai.Grants }, Now, Stop));
        Assert.Single((await LikeAsync("ทองใบ แสนดี", "310427")).Known);
        Assert.Single((await LikeAsync("บุญมี ใจงาม", "310427")).Known);

        await Portal.Run(db => db.SubmitAsync<Sage>(sage.Id, People.Somchai, Now, Stop));
        await Portal.Run(db => db.CheckAsync<Sage>(sage.Id, 2, People.Prasert, Now, Stop));
        await Portal.Run(db => db.AcceptAsync<Sage>(sage.Id, 2, People.Prasert, Now, Stop));

        Assert.Single((await LikeAsync("ทองใบ แสนดี", "310427")).Known);
        Assert.Empty((await LikeAsync("บุญมี ใจงาม", "310427")).Known);
    }

    [Fact]
    public async Task Sages_from_before_get_their_keys_once_and_nobody_counts_as_having_edited_them()
    {
        var sage = await PersonAsync("boonmi", "บุญมี ใจงาม", profile: Samples.Profile() with { Nickname = "ลุงเขียว", FamilyName = "ใจงาม" });
        await Portal.Run(async db =>
        {
            await db.SageBlocks.ExecuteDeleteAsync(Stop);
            await db.Sages.ExecuteUpdateAsync(s => s.SetProperty(p => p.OtherNames, new List<string>()), Stop);
        });
        Assert.Empty((await LikeAsync("เขียว ใจงาม", "310427")).Known);

        Assert.Equal((1, 0), (await Portal.Read(db => db.FillBlocksAsync(Stop)), await Portal.Read(db => db.FillBlocksAsync(Stop))));

        Assert.Single((await LikeAsync("เขียว ใจงาม", "310427")).Known);
        Assert.Equal(sage.Version, (await FindAsync("boonmi")).Version);
    }

    private Task<LikeSages> LikeAsync(string name, string area, Actor? actor = null) =>
        Portal.Read(db => db.LikeAsync(Samples.Record(name, area), Guid.CreateVersion7(), actor ?? People.Somchai, Stop));
}
