using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Registers;

namespace KhokNongNa.Portal.Tests.Reading;

public sealed class SageReadingTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task A_number_is_shown_while_the_sage_lives_and_agrees_and_only_where_it_is_public()
    {
        await Portal.AreasAsync();
        var sage = await Portal.SageAsync("a", "บุญมี");
        await Portal.Write(db => db.SageContacts.AddRange(
            Contact(sage, ContactChannel.Phone, "0812345678", Visibility.Public),
            Contact(sage, ContactChannel.Line, "boonmee", Visibility.Members),
            Contact(sage, ContactChannel.Email, "b@example.org", Visibility.Staff)));
        Assert.Empty((await ViewAsync(sage))!.Contacts);

        await Portal.Write(async db => db.Consents.Add((await db.Sages.FindAsync([sage.Id], Stop))!.Consent(Samples.Paper(ConsentPurpose.Phone), Actor.System, Now)));
        var line = Assert.Single((await ViewAsync(sage))!.Contacts);
        Assert.Equal(("081-234-5678", "tel:+66812345678"), (line.Contact.Shown, line.Contact.Link));

        await Portal.Write(async db => (await db.Sages.FindAsync([sage.Id], Stop))!.Remember(Actor.System, Now));
        var remembered = (await ViewAsync(sage))!;
        Assert.Empty(remembered.Contacts);
        Assert.True(remembered.IsDeceased);
    }

    [Fact]
    public async Task Without_consent_to_be_reached_or_shown_no_number_is_given_out()
    {
        var sage = await Portal.SageAsync("a", "บุญมี");
        await Portal.Write(async db =>
        {
            db.SageContacts.Add(Contact(sage, ContactChannel.Phone, "0812345678", Visibility.Public));
            db.Consents.Add((await db.Sages.FindAsync([sage.Id], Stop))!.Consent(Samples.Paper(ConsentPurpose.Phone), Actor.System, Now));
        });
        Assert.Single(await Portal.Read(db => db.ContactsForAsync(sage.Id, ContactReader.Anybody, Stop)));
        await Portal.WithdrawAsync(sage.Id);
        Assert.Empty(await Portal.Read(db => db.ContactsForAsync(sage.Id, ContactReader.Anybody, Stop)));
    }

    [Fact]
    public async Task A_page_says_the_office_the_public_answers_and_no_private_one()
    {
        await Portal.AreasAsync();
        await Portal.Write(db => db.FormDefinitions.Add(Registry.Form(
            FormKind.Sage,
            Registry.Field("name", 50),
            Registry.Field("area", 30),
            Registry.Field("tools", 5, FieldType.Text) with { Label = "เครื่องมือ", Visibility = Visibility.Public },
            Registry.Field("debts", 5, FieldType.Text) with { Label = "หนี้" })));
        var profile = Samples.Profile() with { Answers = new Dictionary<string, string> { ["tools"] = "จอบ", ["debts"] = "ลับ", ["gone"] = "ลับ" } };
        var sage = await Portal.SageAsync("a", "บุญมี", profile);
        var view = (await ViewAsync(sage))!;
        Assert.Equal([("เครื่องมือ", "จอบ")], view.Answers);
        Assert.Equal("สำนักงานพัฒนาชุมชนอำเภอนางรอง", view.Office);
    }

    [Fact]
    public async Task A_centre_and_its_own_base_lead_to_each_other_and_name_only_who_is_public()
    {
        await Portal.AreasAsync();
        await Portal.BaseAsync("soil", "ฐานดิน");
        await Portal.SageAsync("shown", "บุญมี", Samples.Profile() with { Centres = ["centre"] });
        await Portal.SageAsync("hidden", "แก้ว", consents: false);
        await Portal.PublishAsync(Samples.Lesson("สอง"), EntryType.Lesson, key: "second");
        await Portal.PublishAsync(Samples.Lesson("หนึ่ง"), EntryType.Lesson, key: "first");
        await Portal.Write(async db =>
        {
            var centre = Centre.Create("centre");
            db.Centres.Add(centre);
            CentreBase script = new()
            {
                Number = 7, Name = "ดินเรา", Base = "soil", Leaders = ["hidden", "shown", "nobody"], Goal = "ห่มดินเป็น", Steps = [new("ห่ม", 20), new("ดู", 10)], Lessons = ["first", "gone", "second"],
            };
            CentreProfile profile = new() { Bases = [script, new() { Number = 8, Base = "soil" }], Host = "ลุงดำ" };
            await db.PutAsync(centre, new CentreRecord("ศูนย์", "", "310427", profile, new() { Latitude = 14.98765, Longitude = 103.10432 }), Actor.System, Now, CheckState.Accepted, Stop);
        });

        var view = (await Portal.Read(db => db.CentreAsync("ศูนย์", Stop)))!;
        Assert.Equal([("ดินเรา", "/centres/ศูนย์/bases/7", 30), ("ฐานดิน", "/centres/ศูนย์/bases/8", 0)], view.OwnBases.Select(b => (b.Name, b.Url, b.Minutes)));
        Assert.Equal(("ราว 14.99, 103.10", ""), (view.Position, view.Profile.Host));
        var own = (await Portal.Read(db => db.CentreBaseAsync("ศูนย์", 7, Stop)))!;
        Assert.Equal("บุญมี", Assert.Single(own.Leaders).Name);
        Assert.Equal(["หนึ่ง", "สอง"], own.Lessons.Select(l => l.Title));
        Assert.Equal(("/centres/ศูนย์", "/bases/ฐานดิน"), (own.Centre.Url, own.Base.Shared!.Url));
        Assert.Equal("/centres/ศูนย์/bases/7", Assert.Single((await Portal.Read(db => db.BaseAsync("ฐานดิน", 1, Stop)))!.Centres).Base!.Url);
        Assert.Equal("ดินเรา · ศูนย์", Assert.Single((await Portal.Read(async db => await db.SageAsync((await db.FirstSagesAsync(new(), 1, false, Stop)).Sages[0].Url[7..], Today, Stop)))!.Bases).Title);
        Assert.Null(await Portal.Read(db => db.CentreBaseAsync("ศูนย์", 1, Stop)));
        Assert.Null(await Portal.Read(db => db.CentreBaseAsync("ไม่มี", 7, Stop)));
    }

    private Task<SageView?> ViewAsync(Sage sage) => Portal.Read(db => db.SageAsync(sage.Code, Today, Stop));

    private static SageContact Contact(Sage sage, ContactChannel channel, string value, Visibility visibility) =>
        new() { SageId = sage.Id, Channel = channel, Value = value, Visibility = visibility };
}
