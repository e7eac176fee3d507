using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Registers.Duplicates;

public sealed class DuplicatePairsTests(TestDatabases databases) : DuplicateTest(databases)
{
    [Fact]
    public async Task Pairs_stand_in_order_of_likelihood_with_the_reasons()
    {
        await PersonAsync("a", "บุญมี ใจงาม");
        await PersonAsync("b", "บุญมี ใจ่งาม");
        await PersonAsync("c", "พิกุล ศรีนวล");
        await PersonAsync("d", "พิกุล ศรีนวน", area: "310401");
        await PersonAsync("e", "คำปัน แสงแก้ว");

        Assert.Equal(
            [
                "บุญมี ใจงาม = บุญมี ใจ่งาม: ชื่อเหมือนกัน ต่างวรรณยุกต์หรือการเว้นวรรค, ตำบลเดียวกัน",
                "พิกุล ศรีนวล = พิกุล ศรีนวน: ชื่อออกเสียงเหมือนกัน, อำเภอเดียวกัน",
            ],
            await PairsAsync(People.Somchai));
    }

    [Fact]
    public async Task The_same_telephone_makes_a_pair_of_one_given_name_with_two_family_names()
    {
        var before = await PersonAsync("a", "สมจิต ทองดี");
        var after = await PersonAsync("b", "สมจิต แสงแก้ว");
        Assert.Empty(await PairsAsync(People.Somchai));

        await Portal.Write(db => db.SageContacts.AddRange(Phone(before), Phone(after)));

        Assert.Equal(["ตำบลเดียวกัน", "เบอร์เดียวกัน"], Assert.Single((await Portal.Read(db => db.DuplicatesAsync(People.Somchai, 1, Stop))).Pairs).Why.Skip(1));
    }

    [Fact]
    public async Task A_pair_across_a_border_is_seen_by_the_province_alone()
    {
        await PersonAsync("a", "บุญมี ใจงาม");
        await PersonAsync("b", "บุญมี ใจงาม", area: "310201");

        Assert.Empty(await PairsAsync(People.Somchai));
        Assert.Empty(await PairsAsync(People.FromKhuMueang));
        Assert.Single(await PairsAsync(People.FromProvince));
    }

    [Fact]
    public async Task Who_is_told_apart_is_not_asked_about_again_and_the_journal_knows_who_said_so()
    {
        var one = await PersonAsync("a", "บุญมี ใจงาม");
        var other = await PersonAsync("b", "บุญมี ใจงาม");
        Assert.False(await Portal.Read(db => db.TellApartAsync(one.Id, [other.Id], People.FromKhuMueang, Now, Stop)));
        Assert.False(await Portal.Read(db => db.TellApartAsync(one.Id, [other.Id], People.Malee, Now, Stop)));

        await Portal.Run(db => db.TellApartAsync(other.Id, [one.Id], People.Somchai, Now, Stop));
        await Portal.Run(db => db.TellApartAsync(one.Id, [other.Id], People.Prasert, Now, Stop));

        Assert.Empty(await PairsAsync(People.Somchai));
        var told = Assert.Single(await Journal(), h => h.Verb == "told-apart");
        Assert.Equal((other.Id, People.Somchai.Id, $$"""{"other":"{{one.Id}}"}"""), (told.SubjectId, told.ActorId, told.Data));
    }

    private static SageContact Phone(Sage sage) => new() { SageId = sage.Id, Channel = ContactChannel.Phone, Value = "0812345678", Visibility = Visibility.Staff };
}
